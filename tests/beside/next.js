// Segment's analytics-next; its own delivery to Segment's servers is switched off.
import { AnalyticsBrowser } from '@segment/analytics-next'
import { arrive, plugin, run } from './sequences.js'

async function create() {
  const settings = /** @type {any} */ ({ integrations: {}, metrics: { sampleRate: 0 } })
  const [analytics] = await AnalyticsBrowser.load(
    { writeKey: 'test', cdnSettings: settings, plugins: [/** @type {any} */ ({ ...plugin })] },
    { integrations: { 'Segment.io': false } },
  )
  return analytics
}

window.beside = (sequences) => run(create, sequences)
window.arriving = (pages) => arrive(create, pages)
