// Segment's consent wrapper around a stock snippet's stub.
import { createWrapper } from '@segment/analytics-consent-tools'

/** @type {Record<string, boolean>} */
let choice = {}
/** @type {(categories: Record<string, boolean>) => void} */
let tell = () => {}

window.change = (categories) => {
  choice = categories
  tell(categories)
}

window.wrap = (consentModel, categories) => {
  choice = categories
  createWrapper({
    getCategories: () => choice,
    shouldLoadSegment: (context) => context.load({ consentModel }),
    registerOnConsentChanged: (changed) => { tell = changed },
    integrationCategoryMappings: { Piwik: ['C0002'] },
  })(window.analytics)
}
