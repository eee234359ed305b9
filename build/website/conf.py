"""Sphinx's settings. The generator reads Markdown as GitHub does, and no page asks another host."""

project = "paqbridge"
language = "en"
extensions = ["myst_parser"]
templates_path = ["_templates"]
root_doc = "index"
nitpicky = True
# Blocks that are parts of a program, or data with a word such as NAME, are no error.
suppress_warnings = ["misc.highlighting_failure"]

# What GitHub does not know is text here, too.
myst_disable_syntax = ["myst_role", "myst_line_comment", "myst_block_break", "myst_target"]
myst_heading_anchors = 4
"""Fragments as GitHub makes them, which the links of the docs have."""

html_theme = "furo"
html_title = "paqbridge"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/icon.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_permalinks_icon = "#"
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
