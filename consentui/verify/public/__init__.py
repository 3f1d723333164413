"""What anyone may read of an account's controls: pure readers, from what a host showed to observations."""
