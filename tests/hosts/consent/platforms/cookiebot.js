// A stand-in for Cookiebot's public interface, after its documentation: OnLoad when the dialog has loaded,
// OnAccept and OnDecline after a choice, and on later pages.
window.Cookiebot = { hasResponse: false, consent: { statistics: false } }
const tell = () => {
  const choice = stored()
  window.Cookiebot.hasResponse = Boolean(choice)
  window.Cookiebot.consent.statistics = isAllowed()
  if (choice) dispatchEvent(new Event(choice === 'yes' ? 'CookiebotOnAccept' : 'CookiebotOnDecline'))
}
window.choose = (yes) => { store(yes); tell() }
soon(() => { tell(); dispatchEvent(new Event('CookiebotOnLoad')) })
