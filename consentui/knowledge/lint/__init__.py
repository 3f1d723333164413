"""Rules that the knowledge base keeps: `consentui kb lint` runs them, contributors read them."""
