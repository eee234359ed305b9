// A stand-in for Usercentrics 3, after its documentation: UC_CONSENT once it has started, and after each choice;
// implicit as long as nobody has chosen. Who comes later can ask.
const said = () => ({
  consent: { type: stored() ? 'EXPLICIT' : 'IMPLICIT' },
  services: {
    a: { name: 'Other', consent: { given: true } },
    b: { name: 'Matomo', consent: { given: isAllowed() } },
  },
})
const tell = () => dispatchEvent(new CustomEvent('UC_CONSENT', { detail: said() }))
let isInitialized = false
window.__ucCmp = {
  isInitialized: async () => isInitialized,
  getConsentDetails: async () => said(),
}
window.choose = (yes) => { store(yes); tell() }
soon(() => {
  isInitialized = true
  tell()
})
