// Ours: the script runs anew for each sequence. Nothing of Matomo answers.
import { arrive, clear, plugin, run } from './sequences.js'

async function create(options = { persistTraits: true }) {
  const script = await source
  delete window.analytics
  delete window._paq
  for (const old of document.querySelectorAll('script[src*="matomo.js"], script[src*="piwik.js"]')) old.remove()
  Function(script)()
  const { analytics } = window
  analytics.load({ siteId: 1, serverUrl: location.origin }, options)
  await analytics.register({ ...plugin })
  return analytics
}

const source = fetch('/dist/analytics.full.min.js').then((answer) => answer.text())

window.beside = (sequences) => run(() => create(), sequences)
window.arriving = (pages) => arrive(() => create(), pages)

// Runs code before and after a start of its own; storage that a page denies is there again in the end.
window.alone = async ({ options, before, code }) => {
  clear()
  const storage = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(window, 'localStorage'))
  try {
    Function(before)()
    const analytics = await create({ persistTraits: true, ...options })
    return await Function('analytics', 'user', 'group', `return ${code}`)(analytics, analytics.user(), analytics.group())
  } finally {
    delete (/** @type {any} */ (document)).cookie
    Object.defineProperty(window, 'localStorage', storage)
  }
}

window.cookie = (name) => {
  const found = document.cookie.split('; ').find((one) => one.startsWith(name + '='))
  const text = found ? decodeURIComponent(found.slice(name.length + 1)) : null
  return text && text[0] === '"' ? JSON.parse(text) : text
}
window.kept = (name) => JSON.parse(localStorage.getItem(name) || 'null')
window.forgetCookie = (name) => {
  document.cookie = `${name}=; path=/; max-age=0`
  document.cookie = `${name}=; path=/; max-age=0; domain=${location.hostname.split('.').slice(1).join('.')}`
}
window.denyCookies = () => {
  Object.defineProperty(document, 'cookie', { get: () => '', set() {}, configurable: true })
}
window.denyStorage = () => {
  Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') }, configurable: true })
}
