"""The tests; folders mirror consentui/."""
