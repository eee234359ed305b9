"""The verbs of ``python -m paqbridge``: a module each, with ``add_arguments`` and ``run``."""
