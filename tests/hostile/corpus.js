// Values that a page may pass by mistake or on purpose: name -> maker of a fresh one.
const thrower = () => { throw new Error('a getter of the page threw') }
const revoked = () => { const pair = Proxy.revocable({}, {}); pair.revoke(); return pair.proxy }
const throwingProxy = () => new Proxy({}, new Proxy({}, { get: () => thrower }))
const cycle = () => { const a = { name: 'a' }; a.self = a; a.list = [a]; return a }
const deep = (n) => { let v = /** @type {any} */ ('bottom'); for (let i = 0; i < n; i++) v = { v }; return v }
const manyKeys = (n) => { const o = {}; for (let i = 0; i < n; i++) o['k' + i] = i; return o }
const HUGE = manyKeys(1e5) // making one takes longer than any call with it
const own = (key, value) => Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true })
const wrapped = (value) => ({
  category: value, label: value, value, revenue: value, name: value, total: value,
  integrations: { Piwik: { customVars: { 1: [value, value], 2: value }, cvar: value }, All: value },
  context: value, siteId: value, serverUrl: value, goals: value, customVariableLimit: value,
  obj: { event: value, userId: value, properties: { value, label: value }, integrations: { Piwik: { cvar: { 1: value } } } },
})

const CORPUS = {
  undefined: () => undefined, null: () => null, true: () => true, false: () => false,
  zero: () => 0, 'minus zero': () => -0, one: () => 1, 'minus one': () => -1, fraction: () => 1.7,
  NaN: () => NaN, Infinity: () => Infinity, '-Infinity': () => -Infinity, 'unsafe integer': () => 2 ** 60,
  'tiny number': () => 5e-324, 'huge number': () => 1.7e308, BigInt: () => 10n ** 30n,
  Symbol: () => Symbol('s'), 'Symbol.iterator': () => Symbol.iterator,
  'empty text': () => '', blanks: () => ' \t\n\u00a0\ufeff', text: () => 'text', digits: () => '42',
  'NUL text': () => 'a\u0000b', 'lone high surrogate': () => 'a\ud800', 'lone low surrogate': () => '\udc00b',
  'swapped surrogates': () => '\udc00\ud800', astral: () => '\u{1f600}'.repeat(3000), RTL: () => '\u202eabc\u05d0',
  'combining marks': () => 'e\u0301'.repeat(50), 'ZWJ family': () => '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '5 MB text': () => 'x'.repeat(5e6), '5 MB blanks': () => ' '.repeat(5e6), '5 MB slashes': () => 'https://h' + '/'.repeat(5e6),
  '5 MB digits': () => '1'.repeat(5e6), '5 MB commas': () => '1,'.repeat(2.5e6),
  '__proto__ text': () => '__proto__', 'constructor text': () => 'constructor', 'prototype text': () => 'prototype',
  'hasOwnProperty text': () => 'hasOwnProperty', 'toString text': () => 'toString',
  'markup text': () => '"><script>alert(1)</script>', 'javascript url': () => 'javascript:alert(1)',
  'String object': () => new String('boxed'), 'Number object': () => new Number(5), 'Boolean object': () => new Boolean(false),
  'empty object': () => ({}), 'empty list': () => [], 'nested list': () => [[[['deep']]]], 'sparse list': () => [, , 3],
  'list of everything': () => [null, undefined, NaN, {}, [], () => {}], 'long list': () => new Array(1e5).fill('x'),
  cycle, 'null prototype': () => Object.assign(Object.create(null), { revenue: 1, 1: ['a', 'b'] }),
  'throwing getter': () => Object.defineProperty({ ok: 1 }, 'revenue', { get: thrower, enumerable: true }),
  'throwing getters everywhere': () => {
    const o = {}
    for (const key of ['category', 'label', 'value', 'revenue', 'integrations', 'context', 'Piwik', 'piwik', 'siteId', 'serverUrl', 'url', 'goals', 'obj', 'raw', '0', '1', 'key', 'length', 'push', 'addIntegration', 'event', 'userId']) {
      Object.defineProperty(o, key, { get: thrower, enumerable: true })
    }
    return o
  },
  'throwing toString': () => ({ toString: thrower, valueOf: thrower, toJSON: thrower, [Symbol.toPrimitive]: thrower }),
  'throwing proxy': throwingProxy, 'revoked proxy': revoked, 'revoked list proxy': () => { const p = Proxy.revocable([], {}); p.revoke(); return p.proxy },
  'endless proxy': () => new Proxy({}, { get: (t, k) => (typeof k === 'string' ? new Proxy({}, {}) : undefined), has: () => true }),
  'own __proto__': () => own('__proto__', { polluted: true }), 'own constructor': () => own('constructor', { prototype: { polluted: true } }),
  'own prototype': () => own('prototype', { polluted: true }), 'own hasOwnProperty': () => own('hasOwnProperty', 5),
  'JSON with __proto__': () => JSON.parse('{"__proto__": {"polluted": true}, "Piwik": {"__proto__": {"polluted": true}}}'),
  Date: () => new Date(0), 'invalid Date': () => new Date(NaN), RegExp: () => /x/g, Error: () => new Error('e'),
  Map: () => new Map([['revenue', 1]]), Set: () => new Set([1]), WeakMap: () => new WeakMap(), Promise: () => Promise.resolve(1),
  'typed array': () => new Uint8Array(8), 'array buffer': () => new ArrayBuffer(8), function: () => () => {},
  class: () => class Page { static revenue = 1 }, 'throwing function': () => Object.assign(function () {}, { call: 5, apply: 5 }),
  generator: () => (function* () { yield 1 })(), window: () => window, document: () => document,
  element: () => document.createElement('form'), 'node list': () => document.querySelectorAll('*'), event: () => new Event('click'),
  location: () => location, arguments: () => (/** @type {any} */ (function () { return arguments }))(1, 'a', {}),
  'frozen object': () => Object.freeze({ revenue: 1, integrations: Object.freeze({ Piwik: Object.freeze({}) }) }),
  '100,000 keys': () => HUGE, 'depth 10,000': () => deep(1e4), 'index keys': () => ({ 1: ['a', 'b'], '01': ['c', 'd'], 1.5: ['e', 'f'], '-1': ['g', 'h'] }),
}
for (const name of ['null', 'NaN', 'Symbol', 'BigInt', 'cycle', 'throwing getter', 'throwing toString', 'throwing proxy',
  'revoked proxy', 'Date', 'element', 'lone high surrogate', 'own __proto__', 'function', 'nested list', 'String object']) {
  CORPUS['object of ' + name] = () => wrapped(CORPUS[name]())
}
