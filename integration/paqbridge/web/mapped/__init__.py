"""The mapping as a function of Python's: settings and a message in, commands and reasons out."""
