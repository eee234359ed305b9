// What reaches window._paq, observed from outside: the queue before the tracker is live, its proxy after.

/** @type {(item: any) => any} */
const copied = (item) => (item !== null && typeof item === 'object' ? structuredClone(item) : item);
/** @type {(command: any) => Command} */
const copy = (command) => (Array.isArray(command) ? /** @type {Command} */ (command.map(copied)) : [command]);

/**
 * Call `onCommand` with a copy of each command (the tracker shifts the arrays it is given) and `onLive`
 * once the tracker has put its own object in place of the array. Must run before anything makes _paq.
 * @param {(command: Command) => void} onCommand
 * @param {() => void} onLive
 */
export function watchQueue(onCommand, onLive) {
  /** @type {any} */
  let current;
  const watched = new WeakSet();
  Object.defineProperty(window, '_paq', {
    configurable: true,
    enumerable: true,
    get: () => current,
    set(next) {
      if (next !== null && typeof next === 'object' && !watched.has(next)) {
        watched.add(next);
        observePush(next, onCommand);
      }
      current = next;
      // One file with its own tracker has no array first.
      if (next !== null && typeof next === 'object' && !Array.isArray(next)) onLive();
    },
  });
}

/**
 * @param {any} queue
 * @param {(command: Command) => void} onCommand
 */
function observePush(queue, onCommand) {
  const { push } = queue;
  /** @this {unknown} @param {any[]} commands */
  const value = function observed(...commands) {
    commands.forEach((command) => onCommand(copy(command)));
    return push.apply(this, commands);
  };
  Object.defineProperty(queue, 'push', { value, configurable: true, writable: true, enumerable: false });
}
