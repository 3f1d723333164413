"""Tools for those who keep the knowledge base; nothing here is installed with the program."""
