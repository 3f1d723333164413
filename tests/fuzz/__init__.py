"""`make fuzz`: every file that the program reads, corrupted a hundred thousand times."""
