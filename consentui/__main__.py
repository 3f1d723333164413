"""The command `consentui`: opens the interface when called alone in a terminal, else runs a command."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run with the process's arguments, and end the process with the exit code."""
    # What is loaded at start is no garbage, and looking for some would delay the first paint by a tenth. The
    # interface collects from then on; a command ends before it could matter.
    gc.disable()
    from consentui.cli.start import run
    from consentui.cli.streams import make_fit

    make_fit()

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
