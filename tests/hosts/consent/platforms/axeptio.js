// A stand-in for Axeptio's public interface, after its documentation: who waits for it is called once it is there, and
// hears of the vendors on each page as soon as the choice is known.
const heard = []
const sdk = { on: (name, hear) => { if (name === 'cookies:complete') heard.push(hear) } }
const tell = () => heard.forEach((hear) => hear({ matomo: isAllowed() }))
window.choose = (yes) => { store(yes); tell() }
soon(() => {
  window._axcb.forEach((action) => action(sdk))
  if (stored()) tell()
})
