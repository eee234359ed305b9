// Each command as it is pushed. Needs canonical.js; runs before the page does.
/** @type {{ pushed: object[], scripts: string[], queued: () => string[] }} */
const instruments = { pushed: [], scripts: [], queued: () => queue.map(canonical) }
Object.defineProperty(window, 'instruments', { value: instruments })

const note = (command) => {
  instruments.pushed.push({ command: canonical(command), live: !Array.isArray(queue) })
}

function watchPush(object) {
  const push = object.push
  /** @this {unknown} */
  const value = function (...commands) {
    commands.forEach(note)
    return push.apply(this, commands)
  }
  Object.defineProperty(object, 'push', { value, configurable: true, writable: true })
}

let queue
const watched = new WeakSet()
Object.defineProperty(window, '_paq', {
  configurable: true,
  enumerable: true,
  get: () => queue,
  set(next) {
    queue = next
    if (next === null || typeof next !== 'object' || watched.has(next)) return
    watched.add(next)
    if (Array.isArray(next)) next.forEach(note)
    if (Object.isExtensible(next)) watchPush(next)
  },
})

document.addEventListener('load', (/** @type {any} */ event) => {
  if (/(piwik|matomo)\.js/.test(event.target.src)) instruments.scripts.push(event.target.src)
}, true)
