// A stand-in for a platform that speaks Google's Consent Mode: denied by default, which is no answer, then an
// update after a choice, and on later pages.
/** @type {(...given: unknown[]) => void} */
function gtag() { dataLayer.push(arguments) }
dataLayer.push({ event: 'before' })
gtag('consent', 'default', { analytics_storage: 'denied', ad_storage: 'denied' })
const tell = () => {
  if (stored()) gtag('consent', 'update', { analytics_storage: stored() === 'yes' ? 'granted' : 'denied' })
  gtag('consent', 'update', { ad_storage: 'granted' })
  gtag('consent', 'update')
}
window.choose = (yes) => { store(yes); tell() }
soon(tell)
