// A stand-in for a platform that speaks Google's Consent Mode: denied by default, which is no answer, then an
// update after a choice, and on later pages.
/** @type {(...given: unknown[]) => object} */
function said() { return arguments }
const gtag = (...given) => { dataLayer.push(said(...given)) }
window.dataLayer = window.dataLayer || []
dataLayer.push({ event: 'before' })
gtag('consent', 'default', { analytics_storage: 'denied', ad_storage: 'denied' })
const tell = () => {
  const analytics_storage = stored() === 'yes' ? 'granted' : 'denied'
  // One push may carry several.
  if (stored()) dataLayer.push({ event: 'choice' }, said('consent', 'update', { analytics_storage }))
  gtag('consent', 'update', { ad_storage: 'granted' })
  gtag('consent', 'update')
}
window.choose = (yes) => { store(yes); tell() }
soon(tell)
