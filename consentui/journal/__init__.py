"""What happened, with dates: the entries, the append-only file that holds them, their fold to a ledger, the merge.

Uses `storage` and what lies below it; knows nothing of platforms, so that a control is only a name here.
"""
