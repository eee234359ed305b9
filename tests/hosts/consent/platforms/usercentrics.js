// A stand-in for Usercentrics' window event, after its documentation: implicit as long as nobody has chosen. Who
// comes later can ask its version 2.
const tell = (action) => dispatchEvent(new CustomEvent('ucEvent', {
  detail: {
    event: 'consent_status', action, type: stored() ? 'EXPLICIT' : 'IMPLICIT', Matomo: isAllowed(),
  },
}))
window.choose = (yes) => { store(yes); tell(yes ? 'onAcceptAllServices' : 'onDenyAllServices') }
let isInitialized = false
window.UC_UI = {
  isInitialized: () => isInitialized,
  isConsentRequired: () => !stored() && !window.isImplied,
  getServicesBaseInfo: () => [
    { name: 'Other', consent: { status: true } }, { name: 'Matomo', consent: { status: isAllowed() } },
  ],
}
soon(() => {
  isInitialized = true
  tell('onInitialPageLoad')
})
