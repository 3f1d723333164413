"""Settings: language, country, looks, identity."""
