"""``python -m paqbridge verify``: facts of a page from a browser, and what follows from them.

``look`` drives the browser and returns ``facts``; ``rules`` make findings of facts, and know no
browser; ``report`` says them. Only ``browser`` and ``look`` import Playwright.
"""
