// What the destination of every other library does here: the same commands as ours, with as little
// around them as there can be, so that a lane shows its library and not our plugin for it.
let goals

export function start(settings) {
  goals = settings.goals
  _paq.push(['setSiteId', settings.siteId])
  _paq.push(['setTrackerUrl', settings.serverUrl + '/piwik.php'])
  _paq.push(['enableLinkTracking'])
}

export function track(event, properties, options) {
  const { category, label, value, revenue } = properties
  const variables = (options && options.customVars) || {}
  for (const index of Object.keys(variables)) {
    _paq.push(['setCustomVariable', index, ...variables[index], 'page'])
  }
  if (goals[event]) _paq.push(['trackGoal', goals[event], revenue])
  _paq.push(['trackEvent', category, event, label, value || revenue])
}
