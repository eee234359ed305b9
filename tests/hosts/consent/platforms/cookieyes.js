// A stand-in for CookieYes' public interface, after its documentation: an event when the banner has loaded, on each
// page, and one with each choice; who comes later can ask.
const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }))
window.choose = (yes) => {
  store(yes)
  const lists = yes ? [['necessary', 'analytics'], []] : [['necessary'], ['analytics']]
  tell('cookieyes_consent_update', { accepted: lists[0], rejected: lists[1] })
}
const said = () => ({
  categories: { necessary: true, analytics: isAllowed() }, isUserActionCompleted: Boolean(stored()),
})
soon(() => {
  window.getCkyConsent = said
  tell('cookieyes_banner_load', said())
})
