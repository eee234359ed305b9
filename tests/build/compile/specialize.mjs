// Runs scripts as they are and as `specialize` leaves them. In: a JSON list of scripts on standard
// input. Out: for each what it logs before and after, the text after, and the names that were not
// known rightly after a change.
import vm from 'node:vm'
import { parse } from 'acorn'
import { minify } from 'terser'
import { RULES, specialize } from '../../../build/compile/specialize.mjs'
import { survey } from '../../../build/compile/specialize/names.mjs'

const PARSING = { ecmaVersion: 2018, sourceType: 'module', ranges: true }

function run(code) {
  /** @type {unknown[]} */
  const logged = []
  const log = (/** @type {unknown} */ value) => { logged.push(value); return value }
  try { vm.runInNewContext(`'use strict';(() => {${code}})()`, { log }) } catch (error) { logged.push(String(error)) }
  return JSON.parse(JSON.stringify(logged))
}

// The rules, before which what is known of the names is compared with the whole tree's once it is new.
function watched(tree, /** @type {unknown[]} */ wrong) {
  let seen
  return RULES.map((rule) => (one, names) => {
    if (names !== seen) wrong.push(...differing(names, survey(tree)))
    seen = names
    return rule(one, names)
  })
}

function differing(known, all) {
  const isSame = ([name, one]) => {
    const { kind, owner, reads, writes } = all.get(name) ?? { reads: [], writes: [] }
    const nodes = (/** @type {{ node: object }[]} */ list) => list.map(({ node }) => node)
    const isEqual = (a, b) => a.length === b.length && a.every((node, i) => node === b[i])
    return one.kind === kind && one.owner === owner && isEqual(one.reads, reads) && isEqual(nodes(one.writes), nodes(writes))
  }
  const [names, wanted] = [known, all].map((map) => [...map.keys()].join())
  return names === wanted ? [...known].filter((pair) => !isSame(pair)).map(([name]) => name) : [names, wanted]
}

async function both(/** @type {string} */ code) {
  const tree = parse(code, { ...PARSING, locations: true })
  /** @type {unknown[]} */
  const wrong = []
  specialize(tree, PARSING, watched(tree, wrong))
  const made = await minify(tree, { parse: { spidermonkey: true }, module: true, compress: false, mangle: false })
  return { before: run(code), after: run(made.code), code: made.code, wrong }
}

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const scripts = JSON.parse(Buffer.concat(chunks).toString())
console.log(JSON.stringify(await Promise.all(scripts.map(both))))
