"""A release: what must hold before it, what it has, and that it can be made again byte for byte."""
