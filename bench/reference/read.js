// What a call and the settings say: Segment's rules, with our differences.
const NAMES = ['piwik', 'matomo']
const COMPLETED = ['ordercompleted', 'completedorder']
const PLAIN = /^[-+]?\d*(\.\d*)?$/
// A sign, another behind the currency, whole digits in groups or not, what groups them, the rest.
const CURRENCY = "(?:[A-Z]{0,3}\\s?\\p{Sc}[A-Z]{0,3}|(?!MIN)[A-Z]{3}|(?:kr|zł|Kč|Ft|lei|R[sp]?|Fr|руб)\\.?)"
const WHOLE = "([1-9]\\d{0,2}([,.\\s'\u2019])(?:\\d\\d\\d?\\4)*\\d{3}|\\d*)"
const MONEY = new RegExp(
  `^([-+]?)(?:${CURRENCY}\\s?)?([-+]?)${WHOLE}(?:(?!\\4\\d)[.,](\\d*|-+))?(?:\\s?${CURRENCY})?$`, 'u',
)

export const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value)
export const foldEvent = (name) => name.toLowerCase().replace(/[\s\p{P}$+<=>^`|~]/gu, '') || name
const foldKey = (key) => key.replace(/[^a-z0-9.]/gi, '').toLowerCase()

// Property names count without case and punctuation; the first that has a value wins.
export function fields(data) {
  const found = {}
  if (!isObject(data)) return found
  for (const key of Object.keys(data)) {
    const name = foldKey(key)
    if (found[name] == null) found[name] = data[key]
  }
  return found
}

export function anyText(value) {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || Number.isFinite(value)) return String(value)
}

export function text(value) {
  const written = anyText(value)
  if (written && written.trim()) return written
}

function written(text) {
  if (PLAIN.test(text)) return parseFloat(text)
  const money = MONEY.exec(text)
  return money ? parseFloat(`${money[1]}${money[2]}${money[3].replace(/\D/g, '')}.${money[5]}`) : NaN
}

export function number(value) {
  if (typeof value === 'string') value = written(value.trim())
  if (Number.isFinite(value)) return value
}

export function revenueOf(found, event) {
  const revenue = number(found.revenue)
  if (revenue !== undefined || !COMPLETED.includes(foldEvent(event))) return revenue
  return number(found.total)
}

// Everything that places such as a call's integrations say to this destination.
export function ownValues(places) {
  const values = []
  for (const place of places) {
    if (!place) continue
    const found = fields(place)
    for (const name of NAMES) if (found[name] != null) values.push(found[name])
  }
  return values
}

export function isEnabled(places, context) {
  const own = ownValues(places)
  if (own.length) return own[0] !== false
  for (const place of [context && context.providers, context, ...places]) {
    const all = place && fields(place).all
    if (typeof all === 'boolean') return all
  }
  return true
}

export function customVariables(places) {
  for (const given of ownValues(places)) {
    if (isObject(given.customVars)) return given.customVars
    if (isObject(given.cvar)) return given.cvar
  }
  return {}
}

export function goalTable(goals) {
  const table = new Map()
  const add = (name, ids) => {
    const key = foldEvent(name)
    table.set(key, [...new Set([...(table.get(key) || []), ...[].concat(ids)])])
  }
  if (Array.isArray(goals)) for (const { key, value } of goals) add(key, value)
  else for (const name of Object.keys(goals || {})) add(name, goals[name])
  return table
}
