"""Files: where they are kept, how they are read strictly and replaced whole, their media types and their names.

Uses `i18n` and the loose modules of the package only; what a file means is up to the rooms above.
"""
