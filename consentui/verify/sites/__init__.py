"""What a site says to machines about AI: one reader a signal, from bytes to a finding; nothing here asks anybody."""
