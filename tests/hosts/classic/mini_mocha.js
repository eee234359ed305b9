// Enough of mocha's interface to run a file of describe, it, beforeEach and afterEach in a page.
(() => {
  /** @typedef {{ title: string, before: any[], after: any[], tests: any[], groups: Group[], outer?: Group }} Group */

  /** @type {Group} */
  const root = { title: '', before: [], after: [], tests: [], groups: [] }
  let group = root

  window.describe = (title, body) => {
    const outer = group
    group = { title: (outer.title + ' ' + title).trim(), before: [], after: [], tests: [], groups: [], outer }
    outer.groups.push(group)
    body()
    group = outer
  }
  window.it = (title, body) => { group.tests.push({ title, body }) }
  window.beforeEach = (body) => { group.before.push(body) }
  window.afterEach = (body) => { group.after.push(body) }

  const limit = (title) => new Promise((_, reject) =>
    setTimeout(() => reject(new Error('not done after 4 s: ' + title)), 4000))
  const run = (body, title) => Promise.race([limit(title), /** @type {Promise<void>} */ (new Promise((resolve, reject) => {
    if (body.length) body((error) => (error ? reject(error) : resolve()))
    else Promise.resolve().then(body).then(resolve, reject)
  }))])
  const chain = (at, key) => (at ? (key === 'before'
    ? [...chain(at.outer, key), ...at.before] : [...at.after, ...chain(at.outer, key)]) : [])

  async function runTest(at, test) {
    try {
      for (const hook of chain(at, 'before')) await run(hook, 'before ' + test.title)
      await run(test.body, test.title)
    } finally {
      for (const hook of chain(at, 'after')) await run(hook, 'after ' + test.title)
    }
  }

  window.runAll = async () => {
    const results = {}
    const visit = async (at) => {
      for (const test of at.tests) {
        const name = at.title + ': ' + test.title
        try { await runTest(at, test); results[name] = 'passed' } catch (error) { results[name] = String(error && /** @type {any} */ (error).stack || error) }
      }
      for (const inner of at.groups) await visit(inner)
    }
    await visit(root)
    return results
  }
})()
