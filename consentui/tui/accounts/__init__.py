"""Accounts: adding and renaming them, one with all its controls, its credentials."""
