"""EXPLAIN: what became of each call, and why; in a build of its own."""
