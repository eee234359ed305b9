"""The site of the docs: pages from Markdown, each also as Markdown, and the explain table."""
