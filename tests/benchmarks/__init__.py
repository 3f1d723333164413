"""Benchmarks: ratios between what consentui takes and what the least possible takes, on this machine, now."""
