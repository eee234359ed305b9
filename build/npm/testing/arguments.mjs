// Segment's overloads, as a message has them: which argument is what.

/** @type {(value: unknown) => boolean} */
const isRecord = (value) => typeof value === 'object' && value !== null

/** @type {(args: unknown[]) => [unknown[], object[]]} Leading texts and blanks, then the objects. */
function parted(args) {
  const first = args.findIndex((one) => isRecord(one) || typeof one === 'function')
  const at = first < 0 ? args.length : first
  return [args.slice(0, at), /** @type {object[]} */ (args.slice(at).filter(isRecord))]
}

/**
 * @param {string} type
 * @param {unknown[]} args
 * @returns {Record<string, unknown>}
 */
export function sorted(type, args) {
  const [texts, [data = {}, options = {}]] = parted(args)
  const more = { ...options }
  if (type === 'track') return { event: texts[0], properties: data, ...more }
  if (type === 'identify') return { userId: texts[0], traits: data, ...more }
  if (type === 'group') return { groupId: texts[0], traits: data, ...more }
  if (type === 'alias') return { userId: texts[0], previousId: texts[1], ...more }
  const [category, name] = texts.length > 1 ? texts : [undefined, texts[0]]
  return { category, name, properties: data, ...more }
}
