"""What the screens share: the window, sheets, lists, keys, links, looks."""
