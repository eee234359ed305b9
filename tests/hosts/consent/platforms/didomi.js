// A stand-in for Didomi's public interface, after its documentation: who waits for it is called once it is
// there; a vendor's status is undefined before any choice.
const heard = []
const Didomi = {
  isConsentRequired: () => !window.isImplied,
  getUserConsentStatusForVendor: () => stored() && stored() === 'yes',
  on: (name, hear) => { if (name === 'consent.changed') heard.push(hear) },
}
window.choose = (yes) => { store(yes); heard.forEach((hear) => hear({})) }
soon(() => {
  const waiting = window.didomiOnReady || []
  window.didomiOnReady = { push: (action) => action(Didomi) }
  waiting.forEach(window.didomiOnReady.push)
})
