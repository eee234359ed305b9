// Starts a bundle in a frame of its own for each job, and tells what came of it. Needs canonical.js.
function revoked() {
  const one = Proxy.revocable([], {})
  one.revoke()
  return one.proxy
}

// Nobody can look into a revoked Proxy.
function shown(value) {
  try { return canonical(value) } catch (error) { return 'revoked' }
}

function startWith(source, job, calls) {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const inner = frame.contentWindow
  /** @type {Record<string, any[]>} */
  const outcome = { warnings: [], commands: [], scripts: [], troubles: [] }
  inner._paq = { push: (command) => { outcome.commands.push(canonical(command)) } }
  inner.console.warn = (text, received) => { outcome.warnings.push([text, shown(received)]) }
  inner.onerror = (message) => { outcome.troubles.push('uncaught: ' + message) }
  const script = inner.document.createElement('script')
  script.text = source
  inner.document.head.appendChild(script)
  const settings = { siteId: 1, serverUrl: 'https://m.example', ...decodeSpecial(job) }
  for (const name of Object.keys(settings)) {
    if (settings[name] === 'revoked') settings[name] = revoked()
  }
  for (const [method, ...given] of [['load', settings], ...calls]) {
    try { inner.analytics[method](...given) } catch (error) { outcome.troubles.push(String(error)) }
  }
  outcome.scripts = [...inner.document.scripts].map((one) => one.src).filter(Boolean)
  inner.localStorage.clear()
  frame.remove()
  return outcome
}

// Text in, so that each job has objects of its own.
function startAll(source, jobs, calls) {
  const own = (text) => JSON.parse(text)
  return own(jobs).map((job) => startWith(source, job, own(calls)))
}
