"""`make trials` and `make atproto`: tests that need the network, several Pythons or a Node."""
