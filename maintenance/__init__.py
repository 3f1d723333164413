"""Tools for maintainers of the program and its knowledge base; nothing here is installed with the program."""
