// Makes sequences of calls on one library after the other, and notes what each call makes of the page.
const KEYS = ['ajs_user_id', 'ajs_user_traits', 'ajs_anonymous_id', 'ajs_group_id', 'ajs_group_properties']
const LATEST = 1000

// What listeners are told before the options, which differ.
const TOLD = { track: 2, page: 3, screen: 3, identify: 2, group: 2, alias: 2, reset: 0 }
const TELLING = Object.keys(TOLD)

let heard = []
let given = []
let told = []

// For the destination that records: a message as it was when it came.
export const hear = (message) => { heard.push(JSON.parse(JSON.stringify(message))) }

export const plugin = {
  name: 'Recorder', type: 'destination', version: '1.0.0', isLoaded: () => true, load: async () => {},
  ...Object.fromEntries(['page', 'screen', 'identify', 'track', 'group', 'alias'].map((name) => [
    name, (context) => { hear(context.event); return context },
  ])),
}

class Own {
  plan = 'pro'
  get inherited() { return 1 }
}

// The values that JSON lacks; a callback tells that it was called.
function decoded(value) {
  if (value === null || typeof value !== 'object') return value
  if (value.$ === 'undefined') return undefined
  if (value.$ === 'NaN') return NaN
  if (value.$ === 'Date') return new Date('2021-02-03T04:05:06.007Z')
  if (value.$ === 'instance') return new Own()
  if (value.$ === 'callback') {
    let call
    const told = new Promise((resolve) => { call = resolve })
    given.push(told)
    return () => { call() }
  }
  if (Array.isArray(value)) return value.map(decoded)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decoded(one)]))
}

const shown = (value) => (value === undefined ? { $: 'undefined' } : value)

export function clear() {
  for (const one of document.cookie.split('; ')) {
    const name = one.split('=')[0]
    document.cookie = `${name}=; path=/; max-age=0`
    document.cookie = `${name}=; path=/; max-age=0; domain=${location.hostname.split('.').slice(1).join('.')}`
  }
  localStorage.clear()
}

function stored() {
  const cookies = Object.fromEntries(document.cookie.split('; ').map((one) => one.split('=')))
  return Object.fromEntries(KEYS.map((name) => [
    name, [cookies[name] === undefined ? null : decodeURIComponent(cookies[name]), localStorage.getItem(name)],
  ]))
}

function state(analytics) {
  const user = analytics.user()
  const group = analytics.group()
  return { id: user.id(), traits: user.traits(), group: group.id(), 'group traits': group.traits() }
}

// What a page leaves: a later one finds it.
function left() {
  return { cookies: document.cookie, storage: { ...localStorage } }
}

function find({ cookies, storage }) {
  clear()
  for (const one of cookies.split('; ')) document.cookie = `${one}; path=/`
  Object.assign(localStorage, storage)
}

// A call is [path, ...arguments]: `track`, or `user.id`.
function make(analytics, [path, ...texts]) {
  const values = texts.map(decoded)
  const [first, second] = path.split('.')
  return second ? analytics[first]()[second](...values) : analytics[first](...values)
}

// The methods that give something to look at, the same in all libraries.
const ANSWERING = ['user.id', 'user.traits', 'user.anonymousId', 'group.id', 'group.traits']

async function inTime(promise) {
  let late
  const deadline = new Promise((resolve) => { late = setTimeout(resolve, LATEST, 'never') })
  const first = await Promise.race([promise, deadline])
  clearTimeout(late)
  return first
}

async function one(create, { calls, burst }) {
  clear()
  heard = []
  given = []
  const notes = []
  const promises = []
  const analytics = await create()
  analytics.timeout(0)
  told = []
  for (const name of TELLING) {
    analytics.on(name, (...given) => { told.push(JSON.parse(JSON.stringify([name, ...given.slice(0, TOLD[name])]))) })
  }
  for (const call of calls) {
    const from = heard.length
    const since = told.length
    let answer
    try {
      answer = make(analytics, call)
    } catch (error) {
      notes.push({ thrown: true })
      continue
    }
    const note = /** @type {any} */ (state(analytics))
    if (ANSWERING.includes(call[0])) note.answer = shown(answer)
    // Some libraries are chainable and thenable: what is awaited gives no library back.
    if (answer && typeof answer.then === 'function') promises.push(answer.then(() => {}, () => {}))
    if (!burst) {
      if (await inTime(Promise.all(promises)) === 'never') note.never = 'a promise'
      note.messages = heard.slice(from)
      note.told = told.slice(since)
    }
    notes.push(note)
  }
  const end = /** @type {any} */ ({})
  if (await inTime(Promise.all(promises)) === 'never') end.never = 'a promise'
  if (await inTime(Promise.all(given)) === 'never') end.never = 'a callback'
  return { notes, end: { ...end, messages: heard, stored: stored() }, left: left() }
}

// What a library knows on the page after one of which this is left.
async function arrived(create, found) {
  find(found)
  heard = []
  const analytics = await create()
  const note = state(analytics)
  await inTime(analytics.track('Arrived'))
  const anonymous = analytics.user().anonymousId()
  return { notes: [], end: { ...note, anonymous, messages: heard, stored: stored() } }
}

export async function arrive(create, pages) {
  const all = []
  for (const found of pages) all.push(await arrived(create, found))
  return JSON.stringify(all)
}

export async function run(create, sequences) {
  const all = []
  for (const sequence of sequences) all.push(await one(create, sequence))
  return JSON.stringify(all)
}
