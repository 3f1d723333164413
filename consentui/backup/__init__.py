"""A profile in one archive that goes to another machine or into a drawer, and comes back from there.

Rests on the profile and what lies below it; knows nothing of commands and screens.
"""
