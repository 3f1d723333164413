"""What stands for each control of each account, and what to do next: pure functions."""
