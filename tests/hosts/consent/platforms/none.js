// A page without a platform: it says the answer itself, on that page only.
window.choose = (yes) => matomo.consent.set(yes ? 'given' : 'refused')
window.isReady = () => true
