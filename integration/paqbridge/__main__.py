"""``python -m paqbridge``: see ``web.command_line``."""

from __future__ import annotations

import sys

from paqbridge.web.command_line import main

if __name__ == "__main__":
    sys.exit(main())
