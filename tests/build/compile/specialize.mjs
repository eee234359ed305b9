// Runs scripts as they are and as `specialize` leaves them. In: a JSON list of scripts on standard
// input. Out: for each what it logs before and after, and the text after.
import vm from 'node:vm'
import { parse } from 'acorn'
import { minify } from 'terser'
import { specialize } from '../../../build/compile/specialize.mjs'

const PARSING = { ecmaVersion: 2018, sourceType: 'module', ranges: true }

function run(code) {
  /** @type {unknown[]} */
  const logged = []
  const log = (/** @type {unknown} */ value) => { logged.push(value); return value }
  try { vm.runInNewContext(`'use strict';(() => {${code}})()`, { log }) } catch (error) { logged.push(String(error)) }
  return JSON.parse(JSON.stringify(logged))
}

async function both(/** @type {string} */ code) {
  const tree = specialize(parse(code, { ...PARSING, locations: true }), PARSING)
  const made = await minify(tree, { parse: { spidermonkey: true }, module: true, compress: false, mangle: false })
  return { before: run(code), after: run(made.code), code: made.code }
}

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const scripts = JSON.parse(Buffer.concat(chunks).toString())
console.log(JSON.stringify(await Promise.all(scripts.map(both))))
