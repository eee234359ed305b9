// What the stand-ins of platforms share: where the choice is, what counts until there is one, as the law of the
// visitor's country has it, and that they answer a little later.
window.stored = () => (/fake_choice=(yes|no)/.exec(document.cookie) || [])[1]
window.store = (yes) => { document.cookie = `fake_choice=${yes ? 'yes' : 'no'}; path=/` }
window.isAllowed = () => stored() ? stored() === 'yes' : Boolean(window.isImplied)
window.soon = (action) => { setTimeout(() => { action(); window.isAnswered = true }, 20) }
window.isReady = () => window.isAnswered
