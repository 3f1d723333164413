"""The command `consentui`: opens the interface when called alone in a terminal, else runs a command."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
"""What shells give for what was ended by Ctrl+C: 128 and the number of the signal."""


def main() -> None:
    """Run with the process's arguments, and end the process with the exit code."""
    # What is loaded at start is no garbage, and looking for some would delay the first paint by a tenth. The
    # interface collects from then on; a command ends before it could matter.
    gc.disable()
    try:
        from consentui.cli.start import run
        from consentui.cli.streams import make_fit

        make_fit()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # so early that there are no words yet, or once more while it is told
        code = INTERRUPTED
    # Nor is what is there at the end: Python would look through all of it once more before it lets go.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
