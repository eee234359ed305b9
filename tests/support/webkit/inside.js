// In each page of WebKit before its own scripts, since its driver tells of no message: they are
// handed to the server, which the page waits for, so that none is lost when the page is left.
(() => {
  const Request = XMLHttpRequest
  const { open, send } = Request.prototype
  const say = (/** @type {string} */ text) => {
    const request = new Request()
    open.call(request, 'POST', '/said-by-webkit', false)
    try { send.call(request, text) } catch { /* offline */ }
  }
  const shown = (/** @type {any} */ one) => {
    try { return Array.isArray(one) ? `[${one.join(', ')}]` : String(one) } catch { return 'no text' }
  }
  for (const kind of /** @type {const} */ (['debug', 'log', 'info', 'warn', 'error'])) {
    const plain = console[kind]
    console[kind] = (...all) => {
      say(`console ${kind === 'warn' ? 'warning' : kind}: ${all.map(shown).join(' ')}`)
      plain.apply(console, all)
    }
  }
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) say('uncaught: ' + (event.error ?? event.message))
  })
  addEventListener('unhandledrejection', (event) => { say('uncaught: ' + shown(event.reason)) })
})()
