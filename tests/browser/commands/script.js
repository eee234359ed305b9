analytics.load({
  siteId: 1,
  serverUrl: location.origin,
  customVariableLimit: 3,
  goals: { 'Order Completed': 1, 'Signed Up': [2, '3'] },
})
