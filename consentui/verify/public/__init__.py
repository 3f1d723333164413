"""What anyone can read about an account's controls: pure readers that turn a host's answers into observations."""
