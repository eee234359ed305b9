// Beacons end here, as texts: their address and parameters. One that is too long for that is a blob,
// and the browser's own would go to another process and back.
/** @type {string[]} */
const sent = []
Object.defineProperty(window, 'sent', { value: sent })
Object.defineProperty(window, 'Blob', { value: class { constructor(/** @type {string[]} */ parts) { this.text = parts.join('') } } })
navigator.sendBeacon = (/** @type {string} */ address, /** @type {any} */ body) => {
  sent.push(body ? address + '?' + (body.text || body) : address)
  return true
}
