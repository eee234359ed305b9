// No library: a page that writes Matomo's commands itself.
import { start, track } from './task.js'

window.lane = {
  start,
  track: (event, properties, options) => track(event, properties, options && options.integrations.Piwik),
}
