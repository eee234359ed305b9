// The clock of Playwright that the tests of links and the like turn: it runs until it is paused.
(() => {
  const { setTimeout: plain, Date: Plain } = window
  let from = Plain.now(), since = Plain.now(), last = 0
  let isPaused = false
  /** @type {Map<number, { at: number, every: number, code: () => void }>} */
  const timers = new Map()

  const now = () => isPaused ? from : from + Plain.now() - since
  const add = (code, delay, every, given) => {
    timers.set(++last, { at: now() + Math.max(Number(delay) || 0, 0), every, code: () => code(...given) })
    tick()
    return last
  }
  // The earliest of those that are due until then.
  const due = (until) => [...timers].filter(([, one]) => one.at <= until).sort(([, a], [, b]) => a.at - b.at)[0]
  const fire = ([number, one]) => {
    if (one.every) one.at += one.every
    else timers.delete(number)
    one.code()
  }
  const tick = () => plain(() => {
    for (const until = now(); !isPaused && due(until);) fire(due(until))
    if (!isPaused && timers.size) tick()
  }, 1)

  const leap = (at) => {
    [from, since] = [at, Plain.now()]
    for (const one of [...timers].filter(([, one]) => one.at <= at)) fire(one)
  }

  Object.assign(window, {
    setTimeout: (code, delay = 0, ...given) => add(code, delay, 0, given),
    setInterval: (code, delay = 0, ...given) => add(code, delay, Math.max(delay, 1), given),
    clearTimeout: (number) => { timers.delete(number) },
    clearInterval: (number) => { timers.delete(number) },
    Date: class extends Plain {
      constructor(...given) { super(.../** @type {[any]} */ (given.length ? given : [now()])) }
      static now() { return now() }
    },
  })
  Object.defineProperty(window, 'turned', { value: {
    set: (at) => { [from, since] = [at, Plain.now()] },
    pause: (at) => {
      leap(at)
      isPaused = true
    },
    leap: (milliseconds) => leap(now() + milliseconds),
    resume: () => { [since, isPaused] = [Plain.now(), false]; tick() },
    run: async (milliseconds) => {
      const until = from + milliseconds
      for (let one = due(until); one; one = due(until)) {
        from = Math.max(from, one[1].at)
        fire(one)
        await new Promise((done) => plain(done, 0))
      }
      from = until
    },
  } })
})()
