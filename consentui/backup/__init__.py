"""Backups: a whole profile in one archive, optionally encrypted, and bringing it back, on this machine or another.

Uses `profile` and what lies below it; knows nothing of commands and screens.
"""
