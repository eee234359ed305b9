// A number on each beacon, since beacons overtake one another on their way.
const beacon = navigator.sendBeacon
let number = 0
navigator.sendBeacon = (/** @type {string} */ address, body) => {
  const mark = address.includes('?') ? '&' : '?'
  return beacon.call(navigator, address + mark + 'beacon=' + ++number, body)
}
