"""What happened, with dates: entries, the file that is only ever added to, the fold to a ledger, the merge.

Knows nothing of platforms; a control is a name here.
"""
