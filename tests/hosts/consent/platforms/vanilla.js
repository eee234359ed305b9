// vanilla-cookieconsent: what the recipe leaves to the page, and a visitor's choice.
// It asks no robot, and takes a browser under a test for one.
Object.defineProperty(navigator, 'webdriver', { get: () => false })
const LANGUAGE = {
  default: 'en',
  translations: {
    en: {
      consentModal: { title: 'Cookies', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No' },
      preferencesModal: { title: 'Choose', sections: [] },
    },
  },
}
window.choose = (yes) => CookieConsent.acceptCategory(yes ? 'all' : [])
window.isReady = () => true
