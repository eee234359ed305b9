// Starts a bundle with one server URL, in a frame of its own: what it said, what it added.
function startWith(source, start, serverUrl) {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const inner = frame.contentWindow
  const warnings = []
  inner.console.warn = (text) => { warnings.push(text) }
  const script = inner.document.createElement('script')
  script.text = source
  inner.document.head.appendChild(script)
  inner.settings = { siteId: 1, serverUrl }
  inner.eval(start)
  const added = [...inner.document.scripts].filter((one) => one !== script).map((one) => one.src)
  frame.remove()
  return { warnings, added }
}
