// A stand-in for Usercentrics 3, after its documentation: UC_CONSENT once it has started, and after each choice;
// implicit as long as nobody has chosen.
const tell = () => dispatchEvent(new CustomEvent('UC_CONSENT', {
  detail: {
    consent: { type: stored() ? 'EXPLICIT' : 'IMPLICIT' },
    services: {
      a: { name: 'Other', consent: { given: true } },
      b: { name: 'Matomo', consent: { given: isAllowed() } },
    },
  },
}))
window.choose = (yes) => { store(yes); tell() }
soon(tell)
