// Time that stands still until it is told to run. Promises still settle by themselves.
// It starts today, because the browser takes the end of a cookie's life by its own clock.
(() => {
  'use strict';
  const RealDate = Date;
  const realTimeout = window.setTimeout.bind(window);
  const timers = new Map();
  const start = RealDate.now();
  let now = start;
  let last = 0;

  window.Date = /** @type {any} */ (class extends RealDate {
    constructor(/** @type {any[]} */ ...parts) {
      if (parts.length > 0) super(.../** @type {[any]} */ (parts));
      else super(now);
    }

    static now() { return now; }
  });

  const set = (again) => (act, ms, ...args) => {
    last += 1;
    timers.set(last, { at: now + (Number(ms) || 0), act, args, every: again ? Math.max(1, Number(ms) || 0) : 0 });
    return last;
  };
  window.setTimeout = set(false);
  window.setInterval = set(true);
  window.clearTimeout = window.clearInterval = (id) => { timers.delete(id); };

  function next(until) {
    let found;
    for (const [id, timer] of timers) {
      if (timer.at <= until && (!found || timer.at < found[1].at)) found = [id, timer];
    }
    return found;
  }

  const settle = () => new Promise((resolve) => realTimeout(resolve, 0));

  window.clock = {
    elapsed: () => now - start,
    async run(ms) {
      const until = now + ms;
      await settle();
      for (let due = next(until); due; due = next(until)) {
        const [id, timer] = due;
        now = Math.max(now, timer.at);
        if (timer.every) timer.at += timer.every;
        else timers.delete(id);
        timer.act(...timer.args);
        await settle();
      }
      now = until;
    }
  };
})();
