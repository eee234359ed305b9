// What every driver gives: `host` on the page, with the calls of one real host library that has our plugin,
// and beside ours a plugin that hears every call.
window.siblings = []
window.ready = 0

export const hear = (name) => { siblings.push(name) }
export const becomesReady = () => { window.ready++ }
export const settingsOf = (more) => ({ siteId: 1, serverUrl: location.origin, ...more })

// Replaces a method of ours by one that throws, and counts how often it was called.
window.thrown = 0
export function broken(ours, method) {
  if (method) ours[method] = () => { thrown++; throw new Error('ours') }
  return ours
}

// Where a driver says nothing else, calls are made at once, and the host bears whatever a page passes.
export const driver = { settled: async () => {}, bears: () => true }

// Makes the calls of a page on a host that is `window.analytics`; a start may put another one there.
export const calls = (...names) => Object.fromEntries(
  names.map((name) => [name, (...given) => window.analytics[name](...given)]),
)

// Keeps the promises of calls, for the host whose calls return some: `settled` waits for them all.
export function keeping(methods) {
  const calls = []
  const kept = Object.entries(methods).map(([name, call]) => [name, (...given) => {
    const promise = call(...given)
    calls.push(promise)
    return promise
  }])
  return { ...Object.fromEntries(kept), settled: async () => { await Promise.all(calls.splice(0)) } }
}
