// A stand-in for iubenda's public interface, after its documentation: a callback of its configuration, which stands ahead
// of it, is called once there is a choice, on each page, or with nothing where the law asks for none.
window._iub = { csConfiguration: {} }
const tell = () => window._iub.csConfiguration.callback.onPreferenceExpressedOrNotNeeded(
  stored() ? { consent: isAllowed(), purposes: { 1: true, 4: isAllowed() } } : undefined,
)
window.choose = (yes) => { store(yes); tell() }
soon(() => { if (stored() || window.isImplied) tell() })
