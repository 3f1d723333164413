"""Foreign texts, put through every input of the program to every output; both lists come from the program itself."""
