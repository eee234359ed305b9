// The real analytics.js-core with the shipped classic integration, as a page of its own has it.
import core from '@segment/analytics.js-core'
import Piwik from 'our-classic'

window.analytics = new (/** @type {any} */ (core.constructor))()
window.analytics.use(Piwik)
