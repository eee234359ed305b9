"""TAKE: one way in, from any host's call to the destination."""
