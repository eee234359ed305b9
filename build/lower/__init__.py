"""From natural Python to the few constructs that Transcrypt renders faithfully."""
