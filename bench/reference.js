// The practical limit: what somebody who knows Segment and Matomo would write by hand, for people
// who mean well. It keeps the commands of the standalone (with our differences from Segment's own
// integration), its overloads, snippet replay and user id, and nothing that guards against hostile
// pages: no checks of settings, no warnings, no repaired or cut texts, no guard around each push.
(() => {
  const KEY = 'ajs_user_id'
  const YEAR = 31536000
  const NAMES = ['piwik', 'matomo']
  const COMPLETED = ['ordercompleted', 'completedorder']
  const MONEY = /^\s*[-+]?\p{Sc}?(?=\.?\d)(\d*|\d{1,3}(,\d{3})+)(\.\d*)?\s*$/u

  const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value)
  const foldEvent = (name) => name.toLowerCase().replace(/[\s\p{P}$+<=>^`|~]/gu, '') || name
  const foldKey = (key) => key.replace(/[^a-z0-9.]/gi, '').toLowerCase()

  // Property names count without case and punctuation; the first that has a value wins.
  function fields(data) {
    const found = {}
    if (!isObject(data)) return found
    for (const key of Object.keys(data)) {
      const name = foldKey(key)
      if (found[name] == null) found[name] = data[key]
    }
    return found
  }

  function anyText(value) {
    if (typeof value === 'string') return value
    if (typeof value === 'boolean' || Number.isFinite(value)) return String(value)
  }

  function text(value) {
    const written = anyText(value)
    if (written && written.trim()) return written
  }

  function number(value) {
    if (typeof value === 'string' && MONEY.test(value)) value = +value.replace(/[^-.\d]/g, '')
    if (Number.isFinite(value)) return value
  }

  function revenueOf(found, event) {
    const revenue = number(found.revenue)
    if (revenue !== undefined || !COMPLETED.includes(foldEvent(event))) return revenue
    return number(found.total)
  }

  // Everything that places such as a call's integrations say to this destination.
  function ownValues(places) {
    const values = []
    for (const place of places) {
      if (!place) continue
      const found = fields(place)
      for (const name of NAMES) if (found[name] != null) values.push(found[name])
    }
    return values
  }

  function isEnabled(places, context) {
    const own = ownValues(places)
    if (own.length) return own[0] !== false
    for (const place of [context && context.providers, context, ...places]) {
      const all = place && fields(place).all
      if (typeof all === 'boolean') return all
    }
    return true
  }

  function customVariables(places) {
    for (const given of ownValues(places)) {
      if (isObject(given.customVars)) return given.customVars
      if (isObject(given.cvar)) return given.cvar
    }
    return {}
  }

  function goalTable(goals) {
    const table = new Map()
    const add = (name, ids) => {
      const key = foldEvent(name)
      table.set(key, [...new Set([...(table.get(key) || []), ...[].concat(ids)])])
    }
    if (Array.isArray(goals)) for (const { key, value } of goals) add(key, value)
    else for (const name of Object.keys(goals || {})) add(name, goals[name])
    return table
  }

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

  function storeUser(id) {
    isRead = true
    userId = id
    const value = id === undefined ? null : JSON.stringify(id)
    writeCookie(KEY, value, topDomain())
    if (value === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, value)
  }

  function user(id) {
    if (typeof id !== 'boolean' && text(id || undefined)) {
      if (id !== userId) storeUser(id)
    } else if (!isRead) {
      isRead = true
      userId = stored(readCookie(KEY))
      if (userId === undefined) userId = stored(localStorage.getItem(KEY))
    }
    return userId
  }

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
      const variables = customVariables([...places, context])
      for (const index of Object.keys(variables)) {
        const [name, value] = Array.isArray(variables[index]) ? variables[index] : []
        const fits = /^[1-9]\d*$/.test(index) && +index <= settings.customVariableLimit
        if (fits && text(name) && anyText(value) !== undefined) {
          push('setCustomVariable', index, text(name), anyText(value), 'page')
        }
      }
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

  const analytics = window.analytics = window.analytics || []
  if (analytics.VERSION) return
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
})()
