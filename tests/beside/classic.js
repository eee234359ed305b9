// The classic analytics.js-core. Its user and group are one for the page: they are kept in storage alone.
import core from '@segment/analytics.js-core'
import integration from '@segment/analytics.js-integration'
import { arrive, hear, run } from './sequences.js'

const Analytics = /** @type {any} */ (core.constructor)
const Recorder = integration('Recorder')
for (const method of ['page', 'identify', 'track', 'group', 'alias']) {
  Recorder.prototype[method] = (facade) => { hear({ type: method, ...facade.obj }) }
}

async function create() {
  const analytics = new Analytics()
  analytics.use(Recorder)
  analytics.initialize({ Recorder: {} })
  await new Promise((resolve) => { analytics.ready(resolve) })
  return analytics
}

window.beside = (sequences) => run(create, sequences)
window.arriving = (pages) => arrive(create, pages)
