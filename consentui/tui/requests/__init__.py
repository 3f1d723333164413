"""The screens of requests: the form that begins one, its letters, its timeline, and the sheets that record events."""
