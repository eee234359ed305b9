// Requests to another server, read as they leave: that server's log is not ours to read.

const isTracking = (text) => /(^|[?&"'])idsite=/.test(text);

/** Tell `onRequest` about each tracking request, in order, decoded and explained by the demo's server. */
export function watchOutgoing(onRequest) {
  let last = Promise.resolve();
  const report = (method, url, body) => {
    last = last.then(() => explain(method, String(url), body)).then((found) => found.forEach(onRequest)).catch(console.error);
  };
  watchBeacon(report);
  watchXhr(report);
  watchImages(report);
}

function watchBeacon(report) {
  const { sendBeacon } = navigator;
  navigator.sendBeacon = function observed(url, data) {
    report('POST', url, data);
    return sendBeacon.call(navigator, url, data);
  };
}

function watchXhr(report) {
  const { open, send } = XMLHttpRequest.prototype;
  const opened = new WeakMap();
  XMLHttpRequest.prototype.open = function observed(method, url, ...rest) {
    opened.set(this, [method, url]);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function observed(body) {
    report(...opened.get(this), body);
    return send.call(this, body);
  };
}

function watchImages(report) {
  const { set, ...rest } = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    ...rest,
    set(url) {
      report('GET', url, '');
      set.call(this, url);
    },
  });
}

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
  return requests.map((request) => ({ ...request, method, path: pathname, carrier, status: null }));
}
