"""The Django app: ``{% paqbridge %}``, a Jinja2 function, checks of ``PAQBRIDGE``, static files."""
