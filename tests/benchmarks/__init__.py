"""Benchmarks: what consentui takes as a ratio to the least that the task can take, measured on the same machine."""
