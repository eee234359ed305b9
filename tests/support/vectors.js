// Runs vectors on a shipped bundle, each in a frame of its own. Needs canonical.js.

// The caller's objects must stay as they are (segment 23), down to the order of their keys.
function snapshot(value) {
  if (value === null || typeof value !== 'object') return canonical(value)
  const parts = Object.keys(value).map((key) => canonicalText(key) + ':' + snapshot(value[key]))
  return (Array.isArray(value) ? 'list' : 'object') + '(' + parts.join(',') + ')'
}

function inFrame(source, job) {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const inner = frame.contentWindow
  /** @type {Record<string, any>} */
  const outcome = { commands: [], warnings: [], troubles: [] }
  // As Matomo's tracker: functions are called, and what a plugin adds to a request is noted first.
  /** @type {any} */
  let plugin = null
  inner.Matomo = { addPlugin: (name, given) => { plugin = given } }
  inner._paq = { push: (command) => {
    if (typeof command[0] === 'function') { command[0](); return }
    const text = plugin && /^track/.test(command[0]) ? plugin.event() : ''
    if (text) outcome.commands.push(canonical(['plugin', text]))
    outcome.commands.push(canonical(command))
  } }
  inner.console.warn = (text) => { outcome.warnings.push(text) }
  inner.onerror = (message) => { outcome.troubles.push('uncaught: ' + message) }
  const script = inner.document.createElement('script')
  script.text = source
  inner.document.head.appendChild(script)
  const analytics = inner.analytics
  const make = (method, given) => {
    const before = snapshot(given)
    try { analytics[method](...given) } catch (error) { outcome.troubles.push(method + ' threw ' + error) }
    if (snapshot(given) !== before) outcome.troubles.push(method + ' changed what it was given')
  }
  make('initialize', [{ Piwik: job.settings }, job.options])
  for (const [method, ...given] of job.calls) make(method, given)
  if (analytics.explain) outcome.explained = canonical(analytics.explain())
  // What a vector stored must not reach the next one.
  inner.localStorage.clear()
  for (const pair of inner.document.cookie.split('; ')) {
    inner.document.cookie = pair.split('=')[0] + '=; max-age=0; path=/'
  }
  // Browsers write cookies in their own time; a look at them waits until that is done.
  if (inner.document.cookie !== '') outcome.troubles.push('cookies stay: ' + inner.document.cookie)
  frame.remove()
  return outcome
}

// Text in, so that __proto__ stays an own key; parsed anew for each vector.
function runVectors(source, text) {
  return JSON.parse(text).map((job) => {
    return inFrame(source, decodeSpecial(job))
  })
}
