// A stand-in for a platform with IAB's interface (TCF 2.2, CMP API).
const listeners = []
let last
window.__tcfapi = (command, version, callback) => {
  listeners.push(callback)
  if (last) callback(last, true)
}
const send = (data) => { last = data; listeners.forEach((listener) => listener(data, true)) }
const tell = (eventStatus) => {
  const yes = stored() === 'yes'
  const data = { eventStatus, gdprApplies: true, purpose: { consents: { 1: yes, 8: yes, 9: yes } } }
  send(data)
}
window.choose = (yes) => { store(yes); tell('useractioncomplete') }
soon(() => {
  // As long as it does not know whether the law applies, nothing else is there.
  send({ eventStatus: 'tcloaded', cmpStatus: 'loading' })
  // Some know the law first; no status is there yet, and all purposes are no.
  send({ gdprApplies: true, cmpStatus: 'loading', eventStatus: undefined, purpose: { consents: {} } })
  tell(stored() ? 'tcloaded' : 'cmpuishown')
})
