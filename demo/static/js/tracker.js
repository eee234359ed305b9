// What becomes of the tracker's script: loading, live, blocked, or stopped by a command.

const PATIENCE = 5000;
/** @type {(element: any) => boolean} */
const isTracker = (element) => element.tagName === 'SCRIPT' && /\/(piwik|matomo|tracker\.min)\.js(\?|$)/.test(element.src);

/**
 * Tell `onState` about each change; `isLive` says whether the tracker has taken _paq over.
 * @param {() => boolean} isLive
 * @param {(state: TrackerState, address: string) => void} onState
 */
export function watchTracker(isLive, onState) {
  /** @type {(type: string, state: () => TrackerState) => void} */
  const listen = (type, state) => document.addEventListener(type, ({ target }) => {
    if (isTracker(target)) onState(state(), /** @type {HTMLScriptElement} */ (target).src);
  }, true);
  listen('load', () => (isLive() ? 'live' : 'stopped'));
  listen('error', () => 'blocked');
  setTimeout(() => { if (!isLive()) onState('blocked', ''); }, PATIENCE);
}
