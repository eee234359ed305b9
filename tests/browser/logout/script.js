analytics.load({ siteId: 1, serverUrl: location.origin })
