"""What runs on servers and command lines, on CPython: never transpiled, imported by nothing else.

``snippet`` is what a page carries, ``static`` the built files, ``translate`` the mapping in Python
(its parts are in ``mapped``); ``verify`` looks at a page in a browser;
``django``, ``flask`` and ``first_party`` are for frameworks and servers; ``verbs`` has one module
for each verb of ``python -m paqbridge``.
"""
