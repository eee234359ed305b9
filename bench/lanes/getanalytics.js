// The npm package `analytics` with a plugin.
import Analytics from 'analytics'
import { start, track } from './task.js'

let analytics

const piwik = (settings) => ({
  name: 'piwik',
  config: settings,
  initialize: ({ config }) => { start(config) },
  loaded: () => true,
  track: ({ payload }) => {
    const { integrations } = payload.options
    track(payload.event, payload.properties, integrations && integrations.Piwik)
  },
})

window.lane = {
  start(settings) { analytics = Analytics({ app: 'bench', plugins: [piwik(settings)] }) },
  track: (event, properties, options) => { analytics.track(event, properties, options) },
}
