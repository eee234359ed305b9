// What a bundle has once it has not to choose: one kit, one place for most parts. Between esbuild,
// which joins the modules, and terser, which shortens what is left, the tree of the bundle is
// rewritten by rules until none of them finds anything. Each rule keeps what the code does.
import { aliases, constantParameters, unread } from './specialize/constants.mjs'
import { singleExpressions } from './specialize/expressions.mjs'
import { forwards } from './specialize/forwards.mjs'
import { getters } from './specialize/getters.mjs'
import { distinguish, survey } from './specialize/names.mjs'
import { singlePlaces } from './specialize/places.mjs'
import { records } from './specialize/records.mjs'
import { sunk } from './specialize/sunk.mjs'
import { unset } from './specialize/unset.mjs'

// Aliases come first: the other rules then meet each variable by one name.
export const RULES = [aliases, unread, constantParameters, records, getters, forwards, singleExpressions, singlePlaces, sunk]

/**
 * Rewrites `tree` in place. A rule gets a name and all names; it tells whether it has changed something:
 * true where that is the name's own places, else the names whose places these are.
 */
export function specialize(tree, parsing, rules = RULES) {
  distinguish(tree, parsing)
  while (changes(tree, rules)) continue
  unset(tree)
  return tree
}

// Goes through all names once with each rule. Looking them up is what takes long: that is done anew
// only where something has changed.
function changes(tree, rules) {
  const known = new Map()
  const first = survey(tree)
  let names = first
  for (const rule of rules) {
    for (const name of names.keys()) {
      const one = names.get(name)
      const touched = one?.kind && rule(one, names)
      if (touched) names = survey(tree, known, touched === true ? [one] : touched)
    }
  }
  return names !== first
}
