// Where calls are made: examples to press and a small editor.

import { CallError } from './call_error.js';
import { byId, h } from './dom.js';
import { EXAMPLES, FULL_EXAMPLES } from './examples.js';
import { keepSettings, withNeeds } from './settings.js';
import { parseCalls } from './typed_calls.js';

const NEXT = 'paqbridge demo next example';

/** @typedef {(method: string, args: any[]) => void} Make */

/**
 * Set up buttons and editor; `make` makes one call of `methods`. `runNext` runs what waits for its settings.
 * @param {Settings} settings
 * @param {string[]} methods
 * @param {Make} make
 */
export function createComposer(settings, methods, make) {
  const play = createEditor(methods, make);
  byId('examples').append(...EXAMPLES.map((example) => exampleButton(example, () => play(example))));
  byId('full-examples').append(...FULL_EXAMPLES.map((example) => fullButton(example, settings, play)));
  byId('editor').value = EXAMPLES[3].code;
  return {
    runNext() {
      const next = FULL_EXAMPLES.find(({ title }) => title === sessionStorage.getItem(NEXT));
      sessionStorage.removeItem(NEXT);
      if (next) play(next);
    },
  };
}

/**
 * Set up the editor; gives a function that plays an example in it.
 * @param {string[]} methods
 * @param {Make} make
 * @returns {(example: Example) => void}
 */
export function createEditor(methods, make) {
  const editor = byId('editor');
  editor.addEventListener('input', () => explain(null));
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run(methods, make);
  });
  byId('run').addEventListener('click', () => run(methods, make));
  return ({ code, route, title }) => {
    editor.value = code;
    if (route) goTo(route, title);
    run(methods, make);
  };
}

/** @type {(example: Example, onclick: () => void, hint?: string) => HTMLElement} */
export const exampleButton = ({ kind, title }, onclick, hint) => h('button', { type: 'button', class: 'example', 'data-kind': kind, title: hint, onclick }, title);

/**
 * An example that needs the full build: where the page has not its settings, it starts afresh with them first.
 * @param {FullExample} example
 * @param {Settings} settings
 * @param {(example: Example) => void} play
 */
function fullButton(example, settings, play) {
  const wanted = withNeeds(settings, example.needs);
  const isThere = JSON.stringify(wanted) === JSON.stringify(settings);
  const names = Object.keys(example.needs).join(', ');
  return exampleButton(example, () => {
    if (isThere) {
      play(example);
      return;
    }
    keepSettings(wanted);
    sessionStorage.setItem(NEXT, example.title);
    location.reload();
  }, isThere ? undefined : `Starts the page afresh with the full build${names && ` and ${names}`}`);
}

/**
 * Go to another route, as single-page applications do.
 * @param {string} route
 * @param {string} title
 */
function goTo(route, title) {
  history.pushState(null, '', route);
  document.title = title;
}

/**
 * @param {string[]} methods
 * @param {Make} make
 */
function run(methods, make) {
  try {
    const calls = parseCalls(byId('editor').value, methods);
    explain(null);
    calls.forEach(({ method, args }) => make(method, args));
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    explain(error);
  }
}

/**
 * Show what is wrong with the typed call and put the caret there; null clears the message.
 * @param {CallError | null} error
 */
function explain(error) {
  const editor = byId('editor');
  const message = byId('editor-error');
  message.hidden = error === null;
  editor.setAttribute('aria-invalid', String(error !== null));
  if (error === null) return;
  message.textContent = `Line ${error.line}, column ${error.column}: ${error.message}`;
  editor.focus();
  editor.setSelectionRange(error.index, error.index);
}
