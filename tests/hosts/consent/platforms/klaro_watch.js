// Klaro, whose services say nothing by themselves: its settings, and a visitor's choice.
window.klaroConfig = { services: [{ name: 'matomo', purposes: ['analytics'], default: window.isImplied, optOut: window.isImplied }] }
window.choose = (yes) => {
  const manager = klaro.getManager(klaroConfig)
  manager.changeAll(yes)
  manager.saveAndApplyConsents()
}
window.isReady = () => Boolean(window.klaro)
