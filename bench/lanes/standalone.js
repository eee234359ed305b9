// A script that has put `analytics` on the page: ours, or the hand-written reference.
window.lane = {
  start: (settings) => { analytics.load(settings) },
  track: (event, properties, options) => { analytics.track(event, properties, options) },
}
