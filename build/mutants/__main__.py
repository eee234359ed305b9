"""``python build mutants [ROOM | ROOM/MODULE.py ...]``: see run.py."""

import sys

from mutants.run import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
