// What a site's tests read: the commands that came, the calls that were made, and when.

const CALLS = ['page', 'screen', 'identify', 'track', 'group', 'alias', 'reset']
const PATIENCE = 1000

/** @typedef {[name: string, ...given: unknown[]]} Command */
/** @typedef {{ method: string, args: unknown[] }} Call */
/** @typedef {{ name: string, resolve: (command: Command) => void, end: unknown }} Waiting */

export class Recorder {
  /** @type {Command[]} */
  #commands = []
  /** @type {Call[]} */
  #calls = []
  /** @type {Waiting[]} */
  #waiting = []

  /** Take commands as Matomo's queue gets them; functions in it are none.
   * @param {unknown[]} pushed */
  push(...pushed) {
    for (const one of pushed) {
      if (Array.isArray(one) && typeof one[0] === 'string') this.#take(/** @type {Command} */ (one))
    }
  }

  /** @param {Command} command */
  #take(command) {
    this.#commands.push(command)
    const met = this.#waiting.filter(({ name }) => name === command[0])
    this.#waiting = this.#waiting.filter((one) => !met.includes(one))
    for (const { resolve, end } of met) {
      clearTimeout(/** @type {any} */ (end))
      resolve(command)
    }
  }

  commands() {
    return [...this.#commands]
  }

  calls() {
    return [...this.#calls]
  }

  /**
   * @param {string} name
   * @param {{ timeout?: number }} [options]
   * @returns {Promise<Command>}
   */
  waitFor(name, { timeout = PATIENCE } = {}) {
    const found = this.#commands.find(([one]) => one === name)
    if (found) return Promise.resolve(found)
    return new Promise((resolve, reject) => {
      const end = setTimeout(() => {
        this.#waiting = this.#waiting.filter((one) => one.resolve !== resolve)
        reject(new Error(`no ${name} within ${timeout} ms; came: ${this.#names()}`))
      }, timeout)
      this.#waiting.push({ name, resolve, end })
    })
  }

  #names() {
    return this.#commands.map(([name]) => name).join(', ') || 'nothing'
  }

  reset() {
    this.#commands = []
    this.#calls = []
  }

  /**
   * Record the calls of an object, and of what they are chained to; they are made as before.
   * Returns what takes that back.
   * @param {Record<string, any>} analytics
   */
  watch(analytics) {
    const before = CALLS.filter((method) => typeof analytics[method] === 'function')
      .map((method) => ({ method, call: analytics[method] }))
    for (const { method, call } of before) {
      analytics[method] = (/** @type {unknown[]} */ ...args) => {
        this.#calls.push({ method, args })
        const answer = call.apply(analytics, args)
        if (answer && answer !== analytics) this.watch(answer)
        return answer
      }
    }
    return () => before.forEach(({ method, call }) => { analytics[method] = call })
  }
}
