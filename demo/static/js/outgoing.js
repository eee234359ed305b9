// Requests to another server, read as they leave: that server's log is not ours to read.

/** @typedef {(method: string, url: string | URL, body: unknown) => void} Report */

/** @type {(text: string) => boolean} */
const isTracking = (text) => /(^|[?&"'])idsite=/.test(text);

/**
 * Tell `onRequest` about each tracking request, in order, decoded and explained by the demo's server.
 * @param {(request: Hit) => void} onRequest
 */
export function watchOutgoing(onRequest) {
  /** @type {Promise<void>} */
  let last = Promise.resolve();
  /** @type {Report} */
  const report = (method, url, body) => {
    last = last.then(() => explain(method, String(url), body)).then((found) => found.forEach(onRequest)).catch(console.error);
  };
  watchBeacon(report);
  watchXhr(report);
  watchImages(report);
}

/** @param {Report} report */
function watchBeacon(report) {
  const { sendBeacon } = navigator;
  navigator.sendBeacon = function observed(url, data) {
    report('POST', url, data);
    return sendBeacon.call(navigator, url, data);
  };
}

/** @param {Report} report */
function watchXhr(report) {
  /** @type {any} */
  const requests = XMLHttpRequest.prototype;
  const { open, send } = requests;
  const opened = new WeakMap();
  requests.open = function observed(/** @type {any[]} */ ...given) {
    opened.set(this, given);
    return open.apply(this, given);
  };
  requests.send = function observed(/** @type {unknown} */ body) {
    const [method, url] = opened.get(this);
    report(method, url, body);
    return send.call(this, body);
  };
}

/** @param {Report} report */
function watchImages(report) {
  const source = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src'));
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    ...source,
    set(url) {
      report('GET', url, '');
      source.set?.call(this, url);
    },
  });
}

/**
 * @param {string} method
 * @param {string} url
 * @param {unknown} data
 * @returns {Promise<Hit[]>}
 */
async function explain(method, url, data) {
  const body = data instanceof Blob ? await data.text() : String(data ?? '');
  if (!isTracking(url) && !isTracking(body)) return [];
  const answer = await fetch('/api/explain', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url, body }),
  });
  const { carrier, requests } = await answer.json();
  const { pathname } = new URL(url, location.href);
  return requests.map((/** @type {Hit} */ request) => ({ ...request, method, path: pathname, carrier, status: null }));
}
