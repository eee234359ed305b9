// What becomes of the tracker's script: loading, live, blocked, or stopped by a command.

const PATIENCE = 5000;
const isTracker = (element) => element.tagName === 'SCRIPT' && /\/(piwik|matomo)\.js(\?|$)/.test(element.src);

/** Tell `onState(state, address)` about each change; `isLive()` says whether the tracker has taken _paq over. */
export function watchTracker(isLive, onState) {
  const listen = (type, state) => document.addEventListener(type, ({ target }) => {
    if (isTracker(target)) onState(state(), target.src);
  }, true);
  listen('load', () => (isLive() ? 'live' : 'stopped'));
  listen('error', () => 'blocked');
  setTimeout(() => { if (!isLive()) onState('blocked', ''); }, PATIENCE);
}
