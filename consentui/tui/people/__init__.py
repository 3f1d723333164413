"""The profiles of this machine: the list of them, switching from one to another, and the portfolio of all."""
