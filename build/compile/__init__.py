"""From lowered Python to the files of ``dist/``."""
