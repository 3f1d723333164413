"""What a site tells machines about AI: one reader for each signal, from bytes to a finding, without network access."""
