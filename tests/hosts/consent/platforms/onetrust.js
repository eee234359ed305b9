// A stand-in for OneTrust's public interface, after its documentation: OptanonWrapper is called when the
// script has loaded, and after each choice.
window.OneTrust = { IsAlertBoxClosed: () => Boolean(stored()) }
const tell = () => {
  window.OnetrustActiveGroups = stored() === 'yes' ? ',C0001,C0002,' : ',C0001,'
  OptanonWrapper()
}
window.choose = (yes) => { store(yes); tell() }
soon(tell)
