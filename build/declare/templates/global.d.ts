import type { FullAnalytics } from './scripts.js'
export type * from './scripts.js'

declare global {
  interface Window {
    /** Of `analytics.full.min.js`; a lean script has stubs in the place of what it lacks. */
    analytics: FullAnalytics
  }
}
