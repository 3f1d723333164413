"""The people of this machine: who they are, how far they have come, going from one to another."""
