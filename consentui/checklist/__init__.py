"""What stands for each control of each account, in which order, and what comes next.

Pure functions of knowledge, ledger, country and day.
"""
