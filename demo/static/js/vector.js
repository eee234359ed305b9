// A row as a test vector: the format of tests/vectors, where undefined and its kind are spelled out.

/** @type {(value: any) => any} */
function encoded(value) {
  if (value === undefined || typeof value === 'function') return { $: typeof value };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: String(value) };
  if (Object.is(value, -0)) return { $: '-0' };
  if (Array.isArray(value)) return value.map(encoded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encoded(item)]));
}

/**
 * JSON text of one vector; the name and the rule are for a person to write.
 * @param {{ call: Call, lanes: Lane[] }} row
 * @param {Values} settings
 */
export function vector({ call, lanes }, settings) {
  const commands = lanes.flatMap(({ command }) => (command ? [encoded(command)] : []));
  const calls = [[call.method, ...call.args.map(encoded)]];
  return JSON.stringify({ name: '', rule: '', settings: encoded(settings), calls, commands }, null, 2);
}
