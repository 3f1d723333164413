"""What the public records of an account on atproto (Bluesky and others) say; pure functions without network access."""
