"""The report: one model, several formats."""
