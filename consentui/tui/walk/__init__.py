"""The walk: one control at a time, and one key to record its outcome."""
