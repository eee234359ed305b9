// A page that shows nothing, loads nothing and keeps nothing beyond itself: all that the standalone asks of one.

/**
 * @param {{ push(...commands: unknown[]): void }} queue
 * @returns {Record<string, any>}
 */
export function emptyPage(queue) {
  return {
    Date,
    Intl,
    crypto: globalThis.crypto,
    setTimeout: (/** @type {() => void} */ action, /** @type {number} */ time) => setTimeout(action, time),
    console: { warn: (/** @type {unknown[]} */ ...said) => console.warn(...said), info: () => {} },
    addEventListener: () => {},
    localStorage: emptyStorage(),
    navigator: {},
    location: { href: 'https://site.example/', hostname: 'site.example', pathname: '/', search: '', hash: '' },
    document: {
      title: '',
      referrer: '',
      cookie: '',
      baseURI: 'https://site.example/',
      scripts: [],
      querySelector: () => null,
      addEventListener: () => {},
    },
    _paq: queue,
  }
}

function emptyStorage() {
  const kept = new Map()
  return {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  }
}
