// Klaro: a visitor's choice.
window.choose = (yes) => {
  const manager = klaro.getManager(klaroConfig)
  manager.changeAll(yes)
  manager.saveAndApplyConsents()
}
window.isReady = () => Boolean(window.klaro)
