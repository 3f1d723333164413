"""Tests of the journal: entries, their file, and the ledger that they add up to."""
