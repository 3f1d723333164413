"""The tests; their folders mirror `consentui/`."""
