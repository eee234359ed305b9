// A stand-in for Usercentrics' window event, after its documentation: implicit as long as nobody has chosen.
const tell = (action) => dispatchEvent(new CustomEvent('ucEvent', {
  detail: {
    event: 'consent_status', action, type: stored() ? 'EXPLICIT' : 'IMPLICIT', Matomo: isAllowed(),
  },
}))
window.choose = (yes) => { store(yes); tell(yes ? 'onAcceptAllServices' : 'onDenyAllServices') }
soon(() => { tell('onInitialPageLoad') })
