// Calls of window.analytics, observed whoever makes them: a button, the editor, the console.

import { textOf, tokens } from './literal.js';

/**
 * Wrap the methods so that `begin(method, args)` runs before and `end()` after each outermost call.
 * @param {any} analytics
 * @param {string[]} methods
 * @param {(method: string, args: any[]) => void} begin
 * @param {() => void} end
 */
export function watchCalls(analytics, methods, begin, end) {
  let depth = 0;
  for (const method of methods) {
    const original = analytics[method];
    /** @this {unknown} @param {any[]} args */
    analytics[method] = function observed(...args) {
      if (depth === 0) begin(method, args);
      depth += 1;
      try {
        return original.apply(this, args);
      } finally {
        depth -= 1;
        if (depth === 0) end();
      }
    };
  }
}

/** @type {(part: unknown) => string} */
const said = (part) => (typeof part === 'string' ? part : textOf(tokens(part, '', Infinity)));

/**
 * Tell `onWarning` what is said on the console; it is still said there.
 * @param {(text: string) => void} onWarning
 */
export function watchConsole(onWarning) {
  const { warn } = console;
  console.warn = (...parts) => {
    onWarning(parts.filter((part) => part !== undefined).map(said).join(' '));
    warn.apply(console, parts);
  };
}
