"""The screens of accounts: adding, importing and renaming them, one with all its controls, its credentials."""
