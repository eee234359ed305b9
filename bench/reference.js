// The practical limit: what somebody who knows Segment and Matomo would write by hand, for people
// who mean well. It keeps the commands of the standalone (with our differences from Segment's own
// integration), its overloads, snippet replay and user id, and nothing that guards against hostile
// pages: no checks of settings, no warnings, no repaired or cut texts, no guard around each push.
import {
  anyText, customVariables, fields, foldEvent, goalTable, isEnabled, isObject, number, ownValues,
  revenueOf, text,
} from './reference/read.js'
import { storeUser, user } from './reference/user.js'

let settings
let general
let plan
let goals
let told
let isReady = false
let waiting = []
const pending = []

const push = (...command) => { (window._paq = window._paq || []).push(command) }

function plannedPlaces(event) {
  const rules = (plan && plan.track) || {}
  const rule = rules[event] || rules.__default || {}
  if (rule.enabled === false) return [{ All: false }]
  return [rule.integrations, general, general && general.providers]
}

function setVariables(variables) {
  for (const index of Object.keys(variables)) {
    const [name, value] = Array.isArray(variables[index]) ? variables[index] : []
    const fits = /^[1-9]\d*$/.test(index) && +index <= settings.customVariableLimit
    if (fits && text(name) && anyText(value) !== undefined) {
      push('setCustomVariable', index, text(name), anyText(value), 'page')
    }
  }
}

const senders = {
  page: () => push('trackPageView'),

  identify(id) {
    const known = text(id || undefined)
    if (!known) return
    push('setUserId', known)
    told = known
  },

  track(event, properties, places, context) {
    if (typeof event !== 'string' || !event.trim()) return
    setVariables(customVariables([...places, context]))
    const found = fields(properties)
    const revenue = revenueOf(found, event)
    for (const goal of goals.get(foldEvent(event)) || []) {
      push('trackGoal', goal, revenue === 0 ? '0' : revenue)
    }
    const value = number(found.value)
    push('trackEvent', text(found.category) || 'All', event, text(found.name) || text(found.label),
      value === undefined ? revenue : value)
  },

  reset() {
    if (told) push('resetUserId')
    told = undefined
  },
}

function send(kind, first, properties, options) {
  if (!settings) {
    pending.push([kind, first, properties, options])
    return
  }
  if (!isObject(options)) options = {}
  const { integrations, providers, context } = options
  const planned = kind === 'track' ? plannedPlaces(first) : [general, general && general.providers]
  const places = [integrations, integrations && integrations.providers, options, providers, ...planned]
  if (settings.isOn && isEnabled(places, context)) senders[kind](first, properties, places, context)
}

// What is left of the arguments before the callback, which runs after Segment's 300 ms.
function split(given) {
  const end = given.findIndex((one) => typeof one === 'function')
  if (end < 0) return given
  setTimeout(given[end], 300)
  return given.slice(0, end)
}

function base({ serverUrl, url, trackerFile }) {
  const address = (serverUrl || url).trim().replace(/\/*$/, '')
  return address.replace(/\/+(piwik|matomo)\.(php|js)$/i, '') + '/' + (trackerFile || 'piwik').toLowerCase()
}

const isFlag = (value) => value == null || String(value).toLowerCase() === 'true'

function settle() {
  isReady = true
  for (const callback of waiting) setTimeout(callback)
  waiting = []
}

function loadTracker(source, nonce) {
  const script = document.createElement('script')
  script.onload = script.onerror = settle
  if (nonce) script.nonce = nonce
  script.src = source
  document.head.appendChild(script)
  setTimeout(settle, settings.timeout || 5000)
}

function start(given) {
  const limit = given.customVariableLimit
  settings = { ...given, isOn: isEnabled([general], null), customVariableLimit: limit == null ? 5 : +limit }
  goals = goalTable(given.goals)
  if (settings.isOn) {
    push('setSiteId', given.siteId)
    push('setTrackerUrl', base(given) + '.php')
    if (isFlag(given.linkTracking)) push('enableLinkTracking')
    if (isFlag(given.loadScript)) loadTracker(base(given) + '.js', given.nonce)
    else settle()
  } else settle()
  for (const call of pending.splice(0)) send(...call)
}

function load(first, options) {
  if (settings) return
  general = options && options.integrations
  plan = options && options.plan
  const place = isObject(first) ? first : general
  start(ownValues([place])[0] || first)
}

const calls = {
  load,
  initialize: load,

  page(...given) {
    const [category, name, properties, options] = split(given)
    if (isObject(category)) send('page', undefined, category, name)
    else if (isObject(name)) send('page', undefined, name, properties)
    else send('page', undefined, properties, options)
  },

  identify(...given) {
    let [id, traits, options] = split(given)
    if (isObject(id)) [id, traits, options] = [undefined, id, traits]
    send('identify', user(id), traits, options)
  },

  track(...given) {
    send('track', ...split(given))
  },

  reset() {
    storeUser(undefined)
    send('reset')
  },

  ready(callback) {
    if (isReady) setTimeout(callback)
    else waiting.push(callback)
  },
}

// Over the stub that a snippet left there, whose calls are made again.
function install(analytics) {
  const queued = [...analytics]
  analytics.length = 0
  analytics.VERSION = 'reference'
  analytics.user = () => ({ id: user, reset: () => storeUser(undefined) })
  for (const name of Object.keys(calls)) {
    analytics[name] = (...given) => {
      calls[name](...given)
      return Promise.resolve()
    }
  }
  analytics.push = ([name, ...given]) => { if (calls[name]) calls[name](...given) }
  for (const call of queued) analytics.push(call)
}

window.analytics = window.analytics || []
if (!window.analytics.VERSION) install(window.analytics)
