// A stand-in for Orejime 3, as the package behaves: it says that it is there, which is a global from then on, and tells of a change while the purposes
// still count as unanswered.
const heard = { update: [], dirty: [] }
const tell = (name) => heard[name].forEach((hear) => hear({}))
let isAnswered = Boolean(stored())
window.choose = (yes) => {
  store(yes)
  tell('update')
  isAnswered = true
  tell('dirty')
}
const manager = {
  getConsent: isAllowed, isDirty: () => !isAnswered, on: (name, hear) => { heard[name].push(hear) },
}
soon(() => {
  document.dispatchEvent(new CustomEvent('orejime.loaded', { detail: { manager } }))
  window.orejime = { manager }
})
