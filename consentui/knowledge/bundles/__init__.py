"""Facts that travel apart from the program: signed files of `data/`, and what one changes."""
