// Ours: the script runs anew for each sequence. Nothing of Matomo answers.
import { plugin, run } from './sequences.js'

async function create() {
  const script = await source
  delete window.analytics
  delete window._paq
  for (const old of document.querySelectorAll('script[src*="matomo.js"], script[src*="piwik.js"]')) old.remove()
  Function(script)()
  const { analytics } = window
  analytics.load({ siteId: 1, serverUrl: location.origin }, { persistTraits: true })
  await analytics.register({ ...plugin })
  return analytics
}

const source = fetch('/dist/analytics.full.min.js').then((answer) => answer.text())

window.beside = (sequences) => run(create, sequences)
