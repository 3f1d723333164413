"""Tests of what happened: entries, their file, what they add up to."""
