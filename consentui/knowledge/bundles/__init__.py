"""Knowledge bundles, which update the facts without the program: signed archives of `data/`, and what one changes."""
