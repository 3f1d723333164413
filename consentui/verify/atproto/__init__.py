"""What the public records of an account on atproto (Bluesky and others) say: pure readers, which ask nobody."""
