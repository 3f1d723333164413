"""A right exercised with a controller: the case that its entries make, where it stands, its time and its letters.

Pure functions of entries, knowledge and day.
"""
