// A page that shows nothing and loads nothing: what `core` asks of one, and a tracker that is live.

/** @type {Record<string, any>} */
export const page = {
  Date,
  setTimeout: (/** @type {() => void} */ action, /** @type {number} */ time) => setTimeout(action, time),
  console: { warn: (/** @type {unknown[]} */ ...said) => console.warn(...said), info: () => {} },
  addEventListener: () => {},
  navigator: {},
  location: { href: 'https://site.example/', hostname: 'site.example', search: '' },
  document: {
    title: '',
    referrer: '',
    cookie: '',
    baseURI: 'https://site.example/',
    scripts: [],
    querySelector: () => null,
  },
  /** @type {{ push: (...commands: unknown[]) => unknown }} */
  _paq: { push: () => {} },
}

/** Takes the place of `globalThis` in `core`. */
export const STAND_IN = { window: page }
