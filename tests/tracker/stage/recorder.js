// What the tracker hands to the browser, and what it complains of. Nothing really leaves.
(() => {
  'use strict';
  const requests = [];
  const complaints = [];
  const errors = [];
  window.recorder = { requests, complaints, errors };

  const keep = (via, url, body) => { requests.push({ via, url: String(url), body, at: clock.elapsed() }); };

  const texts = new WeakMap();
  window.Blob = /** @type {any} */ (class extends Blob {
    constructor(/** @type {BlobPart[]} */ parts, options) {
      super(parts, options);
      texts.set(this, parts.join(''));
    }
  });
  navigator.sendBeacon = (url, /** @type {any} */ body) => {
    keep('beacon', url, texts.get(body) || '');
    return true;
  };
  Object.defineProperty(HTMLImageElement.prototype, 'src', { set(url) { keep('image', url, ''); } });
  /** @this {any} */
  XMLHttpRequest.prototype.open = function (method, url) { this.address = url; };
  XMLHttpRequest.prototype.setRequestHeader = () => {};
  /** @this {any} */
  XMLHttpRequest.prototype.send = function (body) { keep('post', this.address, body); };

  window.fetch = /** @type {any} */ ((url, options) => {
    keep('fetch', url, texts.get(options.body) || options.body);
    return Promise.resolve();
  });

  console.error = (text) => { complaints.push(String(text)); };
  window.addEventListener('error', (event) => { errors.push(event.message); event.preventDefault(); });
  window.addEventListener('unhandledrejection', (event) => { errors.push(String(event.reason)); });

  // The same browser for everybody, and pages that are left at once.
  (window.NavigatorUAData || class {}).prototype.getHighEntropyValues = () => Promise.resolve({ platform: 'Stage' });
  if (location.search.includes('do-not-track')) {
    Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => '1' });
  }
  /** @type {any} */
  const listen = window.addEventListener;
  window.addEventListener = function (type, ...rest) {
    if (!/unload|pagehide/.test(type)) listen.call(this, type, ...rest);
  };
})();
