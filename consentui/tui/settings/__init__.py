"""The settings screen: language, country, appearance, identity, backups."""
