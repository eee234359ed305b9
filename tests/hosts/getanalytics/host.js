// The host library, our plugin, and one that hears every call.
import Analytics from 'analytics'
import { piwik } from 'paqbridge/getanalytics'

window.siblings = []
const hear = ({ payload }) => { siblings.push(payload.event || payload.type) }
const sibling = { name: 'sibling', page: hear, track: hear, identify: hear, reset: hear }

window.start = (more) => {
  window.matomo = piwik({ siteId: 1, serverUrl: location.origin, ...more })
  window.ready = 0
  window.analytics = Analytics({ app: 'test', plugins: [matomo, sibling] })
  analytics.ready(() => { window.ready++ })
}
