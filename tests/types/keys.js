// What an object has to offer: its own keys and its prototype's, not what arrays and functions bring along.
function keysOf(one) {
  const above = Object.getPrototypeOf(one)
  const isPlain = [null, Object.prototype, Array.prototype, Function.prototype].includes(above)
  // Under names with a point a stub finds what `consent` has.
  return [...Object.keys(one), ...(isPlain ? [] : Object.keys(above))].filter((key) => !key.includes('.'))
}

// The keys of what each expression gives; `it` is the module, or the window after the script has run.
async function keysIn(file, expressions) {
  let it = window
  if (file.endsWith('.mjs')) it = await import('/dist/' + file)
  else await new Promise((done) => {
    const script = document.createElement('script')
    script.onload = done
    script.src = '/dist/' + file
    document.head.appendChild(script)
  })
  return expressions.map((expression) => keysOf(new Function('it', 'return ' + expression)(it)))
}
