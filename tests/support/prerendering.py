"""A page that a browser prepares before anybody sees it, and the moment when somebody does."""

HIDE = """{
  window.waits = true
  Object.defineProperty(document, 'prerendering', { get: () => waits })
}"""
SHOW = "(waits = false, document.dispatchEvent(new Event('prerenderingchange')), 0)"
