// What the stand-ins of platforms share: where the choice is, and that they answer a little later.
window.stored = () => (/fake_choice=(yes|no)/.exec(document.cookie) || [])[1]
window.store = (yes) => { document.cookie = `fake_choice=${yes ? 'yes' : 'no'}; path=/` }
window.soon = (action) => { setTimeout(() => { action(); window.isAnswered = true }, 20) }
window.isReady = () => window.isAnswered
