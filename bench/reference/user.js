// Who the visitor is, kept where Segment keeps it: in a cookie and in local storage.
import { text } from './read.js'

const KEY = 'ajs_user_id'
const YEAR = 31536000

function readCookie(name) {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(name + '='))
  return pair && decodeURIComponent(pair.slice(name.length + 1))
}

function writeCookie(name, value, domain) {
  const life = value == null ? '=; max-age=0' : `=${encodeURIComponent(value)}; max-age=${YEAR}`
  const scope = domain ? '; domain=' + domain : ''
  document.cookie = name + life + '; path=/; samesite=lax' + scope
}

// The shortest domain that takes cookies.
function topDomain() {
  const parts = location.hostname.split('.')
  for (let first = parts.length - 2; first >= 0; first--) {
    const domain = parts.slice(first).join('.')
    writeCookie('ajs_probe', 1, domain)
    if (readCookie('ajs_probe')) {
      writeCookie('ajs_probe', null, domain)
      return domain
    }
  }
  return ''
}

let userId
let isRead = false

function stored(value) {
  if (value == null) return undefined
  try { return JSON.parse(value) } catch (error) { return value }
}

export function storeUser(id) {
  isRead = true
  userId = id
  const value = id === undefined ? null : JSON.stringify(id)
  writeCookie(KEY, value, topDomain())
  if (value === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, value)
}

export function user(id) {
  if (typeof id !== 'boolean' && text(id || undefined)) {
    if (id !== userId) storeUser(id)
  } else if (!isRead) {
    isRead = true
    userId = stored(readCookie(KEY))
    if (userId === undefined) userId = stored(localStorage.getItem(KEY))
  }
  return userId
}
