"""``python build bootstrap [python] [node] [browser] [mutants] [docs]``: what a verb needs."""

import sys

from bootstrap.bootstrap import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
