// The browser's half of canonical.py: the same encoding, letter for letter.
function canonicalText(text) {
  // ASCII only, as Python's json.dumps writes it.
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) =>
    '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'))
}

function canonical(value) {
  if (Array.isArray(value)) return '[' + Array.from(value, canonical).join(',') + ']'
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '{"$":"' + value + '"}'
    return Object.is(value, -0) ? '{"$":"-0"}' : String(value)
  }
  if (value === undefined) return '{"$":"undefined"}'
  if (Object.prototype.toString.call(value) === '[object Object]') {
    const entries = Object.keys(value).sort().map((key) => canonicalText(key) + ':' + canonical(value[key]))
    return '{' + entries.join(',') + '}'
  }
  return value === null ? 'null' : '{"$":"' + typeof value + '"}'
}

const SPECIAL = {
  undefined: () => undefined, NaN: () => NaN, Infinity: () => Infinity,
  '-Infinity': () => -Infinity, '-0': () => -0, function: () => () => {},
}

// Replaces each {"$": name} in place; defineProperty keeps own keys such as __proto__.
function decodeSpecial(value) {
  if (value === null || typeof value !== 'object') return value
  const keys = Object.keys(value)
  if (keys.length === 1 && keys[0] === '$') return SPECIAL[value.$]()
  for (const key of keys) {
    Object.defineProperty(value, key, {
      value: decodeSpecial(value[key]), configurable: true, enumerable: true, writable: true,
    })
  }
  return value
}
