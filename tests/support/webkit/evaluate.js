// Evaluates a text as Playwright does, and hands the value over as JSON.
function evaluateForDriver(/** @type {string} */ code, /** @type {string} */ given, /** @type {any} */ done) {
  const say = (value) => {
    let text
    try { text = JSON.stringify(value) } catch { text = 'null' }
    done(`{"answer": ${text ?? 'null'}}`)
  }
  const fail = (error) => { done(JSON.stringify({ error: `${error}\n${error?.stack ?? ''}` })) }
  try {
    const isFunction = /^(async\s+)?function\b/.test(code.trim())
    let value = (0, eval)(isFunction ? `(${code})` : code)
    if (typeof value === 'function') value = value(...JSON.parse(given))
    if (typeof value?.then === 'function') value.then(say, fail)
    else say(value)
  } catch (error) { fail(error) }
}
