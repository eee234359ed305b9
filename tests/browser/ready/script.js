const settings = { siteId: 1, serverUrl: location.origin }
const order = []
