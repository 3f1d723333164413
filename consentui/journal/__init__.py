"""What happened: dated entries, the file they are kept in, what they add up to."""
