// An adapter of dist/, whose own declarations tests/types checks: here it is given what does not fit.
export const piwik: any
export const Piwik: any
export const createDestination: any
declare const anything: any
export default anything
