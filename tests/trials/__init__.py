"""What only a machine with a network and several Pythons can try: `make trials`, and CI at each landing."""
