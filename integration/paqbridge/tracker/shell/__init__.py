"""The tracker's shell: it asks the page for facts, and does what a step leads to."""
