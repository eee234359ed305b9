// What must not be in a bundle: Transcrypt's runtime, names that no page defines, and entries of ours
// that are asked for as a text.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'acorn'
import { analyze } from 'eslint-scope'
import { pythonPlace } from './bundle_places.mjs'
import { parentOf, walk } from './specialize/tree.mjs'

const RUNTIME = 'org.transcrypt.__runtime__.js'
/** @type {{ ecmaVersion: 2018, sourceType: 'module' }} */
const PARSING = { ecmaVersion: 2018, sourceType: 'module' }

function scopes(code) {
  /** @type {any} acorn and eslint-scope declare the same tree, each in its own words */
  const tree = parse(code, { ...PARSING, ranges: true, locations: true })
  return analyze(tree, PARSING)
}

// The names that `code` uses and does not declare, apart from `globals`.
export function foreignNames(code, globals) {
  const known = new Set(globals)
  const outside = /** @type {import('eslint-scope').Scope} */ (scopes(code).globalScope)
  const names = outside.through.map((reference) => reference.identifier.name)
  return [...new Set(names)].filter((name) => !known.has(name)).sort()
}

// Which line of which module pulled the runtime in, by which name; nothing if none did.
export async function leakedRuntime(metafile, job) {
  const used = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  if (!used.some(([file, { bytesInOutput }]) => file.endsWith(RUNTIME) && bytesInOutput)) return ''
  const modules = Object.keys(metafile.inputs).filter((file) => !file.endsWith(RUNTIME) && file.endsWith('.js'))
  const users = await Promise.all(modules.map((file) => runtimeUses(path.resolve(job.top, file))))
  return ['Transcrypt\'s runtime would land in the bundle. It is pulled in by', ...users.flat()].join('\n  ')
}

async function runtimeUses(file) {
  const code = await readFile(file, 'utf8')
  const module = /** @type {import('eslint-scope').Scope} */ (scopes(code).scopes.find((scope) => scope.type === 'module'))
  const imported = module.variables.filter((variable) =>
    variable.defs.some((d) => d.type === 'ImportBinding' && String(d.parent.source.value).endsWith(RUNTIME)),
  )
  const uses = imported.flatMap((variable) => variable.references)
  return Promise.all(
    uses.map(async ({ identifier: { name, loc } }) => `${await pythonPlace(file, /** @type {import('estree').SourceLocation} */ (loc).start.line)}: ${name}`),
  )
}

// Names of entries, as `ours` tells them, that `tree` also has as texts: shortened, they would not be found.
export function namesAsTexts(tree, ours) {
  const [names, texts] = [new Set(), new Set()]
  walk(tree, (node) => {
    if (isEntry(node)) names.add(node.name ?? node.value)
    else if (node.type === 'Literal' && ours.test(node.value)) texts.add(node.value)
  })
  return [...names].filter((name) => texts.has(name)).sort()
}

function isEntry(node) {
  const { type, key, property, computed } = parentOf(node) || {}
  return (type === 'Property' && key === node && !computed) || (type === 'MemberExpression' && property === node && (!computed || node.type === 'Literal'))
}
