"""The command-line interface: one thin module per command, with data on stdout and messages on stderr.

The only part of `consentui.tui` that it may import is `consentui.tui.launch`.
"""
