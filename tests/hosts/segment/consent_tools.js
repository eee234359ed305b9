// analytics-next in Segment's consent wrapper, with our plugin registered by the page.
import { AnalyticsBrowser } from '@segment/analytics-next'
import { createWrapper } from '@segment/analytics-consent-tools'
import { piwik } from 'paqbridge/segment'

/** @type {Record<string, boolean>} */
let choice = {}
/** @type {(categories: Record<string, boolean>) => void} */
let tell = () => {}

window.change = async (categories) => {
  choice = categories
  tell(categories)
}

// Our plugin is registered as the docs do it, or by itself with categories.
window.start = (consentModel, categories, { recipe = '', consentWithEvents = [] } = {}) => {
  choice = categories
  const wrap = createWrapper({
    getCategories: () => choice,
    shouldLoadSegment: (context) => context.load({ consentModel }),
    registerOnConsentChanged: (changed) => { tell = changed },
    integrationCategoryMappings: { Piwik: ['C0002'], Other: ['C0001'] },
  })
  window.analytics = new AnalyticsBrowser()
  wrap(analytics)
  const create = (settings) => (window.matomo = piwik(settings))
  if (recipe) new Function('piwik', 'MATOMO', recipe)(create, location.origin)
  else analytics.register(create({ siteId: 1, serverUrl: location.origin, consentWithEvents }))
  analytics.load({ writeKey: 'test', cdnSettings: { integrations: { Other: {} }, metrics: { sampleRate: 0 } } }, {
    integrations: { 'Segment.io': false },
  })
}
