"""Home and what opens from it: the first run, search, the palette, the calendar, the policy, what changed.

Opens the screens of every other room.
"""
