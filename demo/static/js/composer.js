// Where calls are made: examples to press and a small editor.

import { byId, h } from './dom.js';
import { EXAMPLES } from './examples.js';
import { CallError, parseCalls } from './parse.js';

/** Set up buttons and editor; `make(method, args)` makes one call. */
export function createComposer(make) {
  const editor = byId('editor');
  byId('examples').append(...EXAMPLES.map(({ kind, title, code }) => h('button', {
    type: 'button',
    class: 'example',
    'data-kind': kind,
    onclick: () => { editor.value = code; run(make); },
  }, title)));
  editor.value = EXAMPLES[3].code;
  editor.addEventListener('input', () => explain(null));
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run(make);
  });
  byId('run').addEventListener('click', () => run(make));
}

function run(make) {
  try {
    const calls = parseCalls(byId('editor').value);
    explain(null);
    calls.forEach(({ method, args }) => make(method, args));
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    explain(error);
  }
}

/** Show what is wrong with the typed call and put the caret there; null clears the message. */
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
