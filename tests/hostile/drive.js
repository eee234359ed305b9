// Calls every public method with every value in every place, and a sentinel after each.
const SLOTS = 5
const PLAIN = { page: ['c', 'n', {}, {}], identify: ['u1', {}, {}], track: ['Event', {}, {}], id: ['u1'] }

// What a page puts in between may drop calls, and hold them for ever: of functions it gets none.
const HOOKS = /Middleware$|^(de)?register$|^use$/

/** @param {any} value */
function hooks(value) {
  try {
    return typeof value === 'function' || Array.isArray(value)
  } catch (error) {
    return false
  }
}

// Methods are found by reflection, so that none can be left out.
function methodsOf(target) {
  const names = new Set()
  for (let at = target; at && at !== Object.prototype && at !== Array.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) {
      // Under names with a point a stub finds what `consent` has.
      if (!/constructor|[.]/.test(name) && typeof target[name] === 'function') names.add(name)
    }
  }
  return [...names].sort()
}

// The commands that reach Matomo, copied before the tracker shifts their arrays.
function watchCommands() {
  const seen = []
  const original = window._paq.push
  window._paq.push = function (command) {
    seen.push(Array.isArray(command) ? command.slice() : command)
    return original.apply(this, arguments)
  }
  return seen
}

function kindOf(argument) {
  return typeof argument === 'number' && !Number.isFinite(argument) ? 'infinite' : typeof argument
}

function described(commands) {
  return commands.map((c) => Array.isArray(c) ? [String(c[0]), ...c.slice(1).map(kindOf)] : ['no array'])
}

function longest(commands) {
  return Math.max(0, ...commands.flat().map((a) => (typeof a === 'string' ? a.length : 0)))
}

/** Milliseconds: far above what any value takes, also where tests share a machine. */
const LONG = 1000

async function attack(target, skip, sentinel, slots = SLOTS) {
  const commands = watchCommands()
  /** @type {{ calls: number, methods: string[], [name: string]: any }} */
  const report = { calls: 0, thrown: [], unhandled: [], slow: [], methods: methodsOf(target) }
  window.addEventListener('unhandledrejection', (e) => report.unhandled.push(String(e.reason)))
  for (const method of report.methods.filter((name) => !skip.includes(name))) {
    for (const [name, make] of Object.entries(CORPUS)) {
      for (let slot = 0; slot < slots; slot++) {
        const args = (PLAIN[method] || []).slice()
        const once = async () => {
          args[slot] = make()
          if (HOOKS.test(method) && hooks(args[slot])) return 0
          const before = performance.now()
          try {
            const answer = target[method](...args)
            // Who waits for a call has its message made: once a value is enough of that.
            if (slot === 0) await Promise.race([answer, new Promise((go) => setTimeout(go, 50))])
          } catch (error) {
            report.thrown.push(`${method} ${slot} ${name}: ${error}`)
          }
          return performance.now() - before
        }
        // A single long time may be the machine's: what counts is the median of five.
        if (await once() > LONG) {
          const times = [await once(), await once(), await once(), await once(), await once()]
          const median = times.sort((a, b) => a - b)[2]
          if (median > LONG) report.slow.push(`${method} ${slot} ${name}: ${Math.round(median)} ms`)
        }
        report.calls++
      }
      sentinel(`sentinel ${method} ${name}`)
    }
  }
  report.commands = described(commands)
  report.longest = longest(commands)
  report.polluted = ({}).polluted !== undefined
  return report
}
