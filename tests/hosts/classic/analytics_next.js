// Segment's newer library, which hosts integrations of the older one as well.
import { AnalyticsBrowser } from '@segment/analytics-next'
import { Piwik } from 'paqbridge/classic.full'

window.begin = (settings) => {
  window.analytics = AnalyticsBrowser.load({
    writeKey: 'test',
    cdnSettings: { integrations: { 'Segment.io': { apiKey: '' }, Piwik: settings }, metrics: { sampleRate: 0 } },
    classicIntegrations: [Piwik],
  }, { integrations: { 'Segment.io': false } })
}
