"""Rights exercised with a controller: letters, deadlines, where a request stands, the complaint. Pure functions."""
