// A stand-in for Axeptio's public interface, after its documentation: who waits for it is called once it is there, and
// hears of the vendors on each page as soon as the choice is known, or has been.
const heard = []
const sdk = {
  on(name, hear) {
    if (name !== 'cookies:complete') return
    heard.push(hear)
    if (window.isAnswered && stored()) hear({ matomo: isAllowed() })
  },
}
const tell = () => heard.forEach((hear) => hear({ matomo: isAllowed() }))
window.choose = (yes) => { store(yes); tell() }
soon(() => {
  const waiting = window._axcb || []
  window._axcb = { push: (action) => action(sdk) }
  waiting.forEach(window._axcb.push)
  if (stored()) tell()
})
