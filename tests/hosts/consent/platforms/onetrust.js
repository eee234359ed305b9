// A stand-in for OneTrust's public interface, after its documentation: OptanonWrapper, if there is one,
// is called when the script has loaded, and after each choice; the groups are those that count now.
window.OneTrust = { IsAlertBoxClosed: () => Boolean(stored()) }
const tell = () => {
  window.OnetrustActiveGroups = isAllowed() ? ',C0001,C0002,' : ',C0001,'
  if (typeof OptanonWrapper === 'function') OptanonWrapper()
}
window.choose = (yes) => { store(yes); tell() }
soon(tell)
