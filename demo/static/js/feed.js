// Requests that reached the collector, as they arrive.

/**
 * Follow the collector from hit `since` on; the browser reconnects by itself.
 * @param {number} since
 * @param {(request: Hit) => void} onRequest
 * @param {(isOpen: boolean) => void} onOpen
 */
export function followFeed(since, onRequest, onOpen) {
  const source = new EventSource(`/api/feed?since=${since}`);
  source.addEventListener('message', ({ data }) => onRequest(JSON.parse(data)));
  source.addEventListener('open', () => onOpen(true));
  source.addEventListener('error', () => onOpen(false));
  addEventListener('pagehide', () => source.close());
}
