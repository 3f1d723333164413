"""The command `consentui`: opens the interface when called without arguments in a terminal, else runs a command."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
"""The exit code that shells report for a program ended by Ctrl+C: 128 plus the number of the signal."""


def main() -> None:
    """Run with the process's arguments, and end the process with the exit code."""
    # Nothing loaded at start is garbage, and looking for it would delay the first paint by a tenth. The interface
    # turns collection on again; a command ends before it could matter.
    gc.disable()
    try:
        from consentui.cli.start import run
        from consentui.cli.streams import prepare_streams

        prepare_streams()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # too early for a message, or again while the message is shown
        code = INTERRUPTED
    # Spares Python a last look through every object at exit.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
