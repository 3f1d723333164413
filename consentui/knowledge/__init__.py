"""What is true of platforms: typed records and the ways to read, find and check them."""
