"""The commands: one module each, thin, data on stdout and words on stderr.

Never loads a screen but through `consentui.tui.launch`.
"""
