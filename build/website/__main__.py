"""``python build website``: the docs as a site in `site/`; `make docs` installs what that takes."""

import sys

from website.generate import GeneratorFailed
from website.navigation import NavigationError
from website.site import SITE, make_site


def main() -> int:
    """Make the site; 0 when it is there, 1 after saying what is wrong."""
    try:
        count = make_site()
    except (GeneratorFailed, NavigationError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{count} pages: {SITE}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
