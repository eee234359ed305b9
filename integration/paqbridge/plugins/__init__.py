"""One thin adapter for each host library."""
