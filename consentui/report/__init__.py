"""What a report says, and how it is written: a model for each kind, one neutral document, a module for each format.

Pure functions that write no files: where a report goes is the business of `consentui.export`.
"""
