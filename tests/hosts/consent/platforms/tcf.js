// A stand-in for a platform with IAB's interface (TCF 2.2, CMP API).
const listeners = []
window.__tcfapi = (command, version, callback) => { listeners.push(callback) }
const tell = (eventStatus) => {
  const yes = stored() === 'yes'
  const data = { eventStatus, gdprApplies: true, purpose: { consents: { 1: yes, 8: yes, 9: yes } } }
  listeners.forEach((listener) => listener(data, true))
}
window.choose = (yes) => { store(yes); tell('useractioncomplete') }
soon(() => {
  // As long as it does not know whether the law applies, nothing else is there.
  listeners.forEach((listener) => listener({ eventStatus: 'tcloaded', cmpStatus: 'loading' }, true))
  tell(stored() ? 'tcloaded' : 'cmpuishown')
})
