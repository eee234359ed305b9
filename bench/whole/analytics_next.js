// What a site with Segment's analytics-next bundles: the library, our destination, the page view.
import { AnalyticsBrowser } from '@segment/analytics-next'
import { piwik } from 'our-segment'

const settings = { siteId: 1, serverUrl: location.href, trackerFile: 'matomo' }

window.analytics = AnalyticsBrowser.load(
  { writeKey: 'bench', cdnSettings: /** @type {any} */ ({ integrations: {} }), plugins: [piwik(settings)] },
  { integrations: { 'Segment.io': false } },
)
analytics.page()
