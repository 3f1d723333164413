"""What all screens share: the window, sheets, lists, keys, links, themes. Imports none of the screens."""
