"""Texts of others, through every way in, to every way out: both lists come from the program itself."""
