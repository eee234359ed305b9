// A host as somebody may write it: it makes messages in Segment's common format, and hands them to core.mjs.
import { createDestination } from 'paqbridge/core'
import { becomesReady, broken, driver, hear, settingsOf } from './driver.js'

let given = {}
let userId
const begin = (method = '') => { window.matomo = broken({ ...createDestination(given, becomesReady) }, method) }

function send(type, message, options = {}) {
  const whole = { type, userId, ...message, ...options }
  for (const destination of [() => matomo.send(whole), () => hear(message.event || type)]) {
    try { destination() } catch (error) { /* each on its own */ }
  }
}

window.host = {
  ...driver,
  start(settings, { method = '' } = {}) {
    given = settingsOf(settings)
    begin(method && 'send')
  },
  page: (properties = {}, options) => send('page', { properties }, options),
  identify(id, traits = {}, options = {}) {
    userId = id
    send('identify', { traits }, options)
  },
  track: (event, properties = {}, options) => send('track', { event, properties }, options),
  group: (groupId) => send('group', { groupId }),
  alias(id) {
    const previousId = userId
    userId = id
    send('alias', { previousId })
  },
  reset() {
    userId = undefined
    matomo.reset()
  },
  takeOff: () => { matomo.stop() },
  putBack: () => begin(),
  methods: ['send', 'reset'],
  handed: (value) => [[value], [{ type: 'track', event: value, properties: value, integrations: value }]],
}
