"""The walk: one control at a time, and one key for what happened."""
