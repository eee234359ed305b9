// Segment's analytics-next; its own delivery to Segment's servers is switched off.
import { AnalyticsBrowser } from '@segment/analytics-next'
import { plugin, run } from './sequences.js'

async function create() {
  const [analytics] = await AnalyticsBrowser.load(
    { writeKey: 'test', cdnSettings: { integrations: {} }, plugins: [{ ...plugin }] },
    { integrations: { 'Segment.io': false } },
  )
  return analytics
}

window.beside = (sequences) => run(create, sequences)
