// A stand-in for WordPress' consent API, as its script behaves with a platform that asks: who knows of no platform yet is
// told yes to all, and each category's choice is a change of its own.
const PREFIX = 'wp_consent_'
const cookie = (name) => (new RegExp(PREFIX + name + '=(\\w+)').exec(document.cookie) || [])[1]
window.waitfor_consent_hook = true
window.wp_has_consent = (name) => !window.wp_consent_type || cookie(name) === 'allow'
window.choose = (yes) => {
  for (const name of ['functional', 'statistics', 'marketing']) {
    document.cookie = `${PREFIX}${name}=${yes || name === 'functional' ? 'allow' : 'deny'}; path=/`
    document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail: { [name]: cookie(name) } }))
  }
}
soon(() => {
  window.wp_consent_type = 'optin'
  document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))
})
