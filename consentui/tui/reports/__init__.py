"""Reports: chosen, looked at, written to a file."""
