"""Requests: the form that begins one, its letters, its timeline, the day of what happened."""
