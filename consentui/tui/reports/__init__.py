"""The screen that chooses a report, previews it and writes it to a file."""
