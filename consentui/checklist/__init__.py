"""The checklist: where each control of each account stands, in which order to act, and what to try next.

Pure functions of knowledge, ledger, country and day; they touch neither files nor the clock.
"""
