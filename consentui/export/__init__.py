"""Files to hand to others: reports, letters, dossiers, calendars, and evidence packed with its checksums.

Makes them from a profile and the models of reports; knows nothing of commands and screens.
"""
