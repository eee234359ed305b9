// Where the page goes, and what it does besides, kept over the pages of a tab.
function note(what) {
  sessionStorage.notes = JSON.stringify([...notes(), what])
}

function notes() {
  return JSON.parse(sessionStorage.notes || '[]')
}

// Whoever begins to go somewhere is noted at once, even if it comes to nothing.
window.navigation?.addEventListener('navigate', (event) => {
  note('to ' + place(event.destination.url))
})

function place(url = location.href) {
  return url.replace(location.origin, '')
}

// Ends when all that this turn has begun has been done; no clock is asked.
function turn() {
  return new Promise((done) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = done
    channel.port2.postMessage(0)
  })
}
