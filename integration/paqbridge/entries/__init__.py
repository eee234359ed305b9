"""One module a bundle: what it exports or puts on the page."""
