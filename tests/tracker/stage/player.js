// Plays one act of a case: the queue, the tracker, the steps that follow.
(() => {
  'use strict';
  const LONG_ENOUGH_MS = 4000;

  // {"$": name} stands for what JSON has no word for.
  const SPECIAL = { undefined, NaN, Infinity, 'lone surrogate': 'a\ud800', function: () => undefined };

  function value(data) {
    if (Array.isArray(data)) return data.map(value);
    if (data === null || typeof data !== 'object') return data;
    if ('$' in data) return SPECIAL[data.$];
    return Object.fromEntries(Object.entries(data).map(([key, item]) => [key, value(item)]));
  }

  const push = (commands) => commands.forEach((command) => window._paq.push(value(command)));

  const load = (src) => new Promise((resolve) => {
    const script = document.createElement('script');
    script.onload = resolve;
    script.src = src;
    document.head.append(script);
  });

  const STEPS = {
    push,
    caught(commands) {
      try {
        push(commands);
        return 'nothing';
      } catch (error) {
        return String(error);
      }
    },
    ask([method, ...args]) {
      let answer;
      window._paq.push([/** @this {any} */ function () { answer = this[method](...value(args)); }]);
      return answer === undefined ? { $: 'undefined' } : answer;
    },
    route([url, title]) {
      history.pushState({}, '', url);
      document.title = title;
    },
    click(selector) { document.querySelector(selector).click(); },
    press([selector, type, button]) {
      document.querySelector(selector)
        .dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button }));
    },
    load,
    run: (source) => (0, eval)(source)
  };

  window.play = async ({ before, queue, script, steps }) => {
    const seen = [];
    if (before) (0, eval)(before);
    window._paq = window._paq || [];
    push(queue);
    await load(script);
    await clock.run(LONG_ENOUGH_MS);
    for (const [verb, argument] of steps) {
      seen.push(await STEPS[verb](argument));
      await clock.run(LONG_ENOUGH_MS);
    }
    return { ...recorder, seen, isProxy: !Array.isArray(window._paq) };
  };
})();
