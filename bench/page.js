// What a measured page has: a tracker that only counts, so that nothing but the way of a call to
// it is measured, and the ways to measure. Every lane runs in a page of its own.
const bench = (() => {
  /** @type {{ commands: number, events: number, wanted: number, first: number, last: unknown, arrive: (at: number) => void }} */
  const tracker = { commands: 0, events: 0, wanted: 0, first: 0, last: null, arrive: /** @type {any} */ (null) }

  window._paq = {
    push(command) {
      // Kept, or the compiler would not even make what nobody looks at.
      tracker.last = command
      if (tracker.commands++ === 0) tracker.first = performance.now()
      if (command[0] === 'trackEvent' && ++tracker.events === tracker.wanted) {
        tracker.arrive(performance.now())
      }
    },
  }

  // The moment at which so many more events have come: some libraries deliver in a later task.
  function arrival(count) {
    tracker.wanted = tracker.events + count
    return new Promise((resolve) => { tracker.arrive = resolve })
  }

  // Objects are made anew for each call, as pages do; classic analytics.js empties what it is given.
  const calls = {
    plain: () => { lane.track('Created Account', { category: 'Account', label: 'Premium', value: 30 }) },
    full: () => {
      lane.track('Signed Up', { category: 'Account', label: 'Premium', revenue: 49.5 }, {
        integrations: { Piwik: { customVars: { 1: ['plan', 'pro'], 2: ['team', 'seven'] } } },
      })
    },
  }

  function settings(count) {
    const goals = { 'Signed Up': 1 }
    for (let id = 2; id <= count; id++) goals['Some Other Goal ' + id] = id
    return { siteId: 1, serverUrl: 'https://matomo.test', loadScript: false, goals }
  }

  // A script of its own address, as pages have them, whose text is here already: what reads its
  // address finds one, and no network is measured.
  function run(text) {
    const script = document.createElement('script')
    Object.defineProperty(script, 'src', { value: location.href + 'script.js' })
    script.text = text
    document.head.append(script)
  }

  // Milliseconds from before the library's script; the call is made as soon as it can be.
  async function boot(library, glue, goals) {
    const given = settings(goals)
    const event = arrival(1)
    const before = performance.now()
    run(library)
    const evaluated = performance.now()
    run(glue)
    lane.start(given)
    calls.plain()
    const first = await event
    return { evaluate: evaluated - before, command: tracker.first - before, event: first - before }
  }

  // Milliseconds until all have been made and have arrived.
  async function batch(call, count) {
    const last = arrival(count)
    const before = performance.now()
    for (let i = 0; i < count; i++) call()
    const made = performance.now()
    return Math.max(made, await last) - before
  }

  // Compilers need calls and time, the more the busier the machine.
  async function warm(call, milliseconds) {
    const end = performance.now() + milliseconds
    while (performance.now() < end) await batch(call, 10)
  }

  // Doubles the batch until it lasts long enough for the clock.
  async function batchSize(call, milliseconds) {
    let count = 1
    while (await batch(call, count) < milliseconds) count *= 2
    return count
  }

  // Microseconds a call, one figure a sample.
  async function speed(kind, milliseconds, samples) {
    await warm(calls[kind], 5 * milliseconds)
    const count = await batchSize(calls[kind], milliseconds)
    const found = []
    while (found.length < samples) found.push(1000 * await batch(calls[kind], count) / count)
    return { count, found }
  }

  // Bytes a call, one figure a sample; few enough calls that no collection falls between.
  async function allocation(count, samples) {
    const found = []
    while (found.length < samples) {
      gc()
      const before = performance.memory.usedJSHeapSize
      await batch(calls.plain, count)
      found.push((performance.memory.usedJSHeapSize - before) / count)
    }
    return found
  }

  // Milliseconds for many calls in a row, or how many had arrived when the time was over.
  async function burst(count, limit) {
    const events = tracker.events
    const late = new Promise((resolve) => { setTimeout(resolve, limit, Infinity) })
    const taken = await Promise.race([batch(calls.plain, count), late])
    return { milliseconds: taken === Infinity ? null : taken, arrived: tracker.events - events }
  }

  return { calls, boot, speed, allocation, burst }
})()
