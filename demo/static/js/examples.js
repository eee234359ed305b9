// The calls to press: those of Segment's document for its Piwik destination, and what belongs beside them.

/** @type {Example[]} */
export const EXAMPLES = [
  { kind: 'page', title: 'Page view', code: 'analytics.page();' },
  { kind: 'identify', title: 'Identify', code: "analytics.identify('user-42', { plan: 'Premium' });" },
  { kind: 'track', title: 'Logged In', code: "analytics.track('Logged In');" },
  {
    kind: 'track',
    title: 'Created Account',
    code: `analytics.track('Created Account', {
  category: 'Account',
  label: 'Premium',
  value: 30
});`,
  },
  {
    kind: 'track',
    title: 'Custom variables',
    code: `analytics.track('Upgraded', {}, {
  integrations: {
    Piwik: {
      customVars: {
        1: ['Section', 'Billing'],
        2: ['SubscriptionId', '1234'],
        3: ['PlanName', 'ENTERPRISE']
      }
    }
  }
});`,
  },
  {
    kind: 'track',
    title: 'Goal with revenue',
    code: `analytics.track('Subscribed', {
  label: 'Yearly plan',
  revenue: '$49.90'
});`,
  },
  { kind: 'reset', title: 'Log out', code: 'analytics.reset();' },
];

/** @type {FullExample[]} What the full build does besides. */
export const FULL_EXAMPLES = [
  { kind: 'page', title: 'Next route', needs: {}, route: '#/shirts', code: 'analytics.page();' },
  {
    kind: 'track',
    title: 'Product Added',
    needs: { ecommerce: true },
    code: `analytics.track('Product Added', {
  sku: 's-1',
  name: 'Blue shirt',
  category: 'Shirts',
  price: '$19.50',
  quantity: 2
});`,
  },
  {
    kind: 'track',
    title: 'Order Completed',
    needs: { ecommerce: true },
    code: `analytics.track('Order Completed', {
  order_id: 'o-1001',
  total: 44,
  shipping: 5,
  products: [
    { sku: 's-1', name: 'Blue shirt', price: 19.5, quantity: 2 }
  ]
});`,
  },
  {
    kind: 'track',
    title: 'Site search',
    needs: { siteSearchEvents: ['Searched'] },
    code: "analytics.track('Searched', { query: 'blue', count: 12 });",
  },
  {
    kind: 'track',
    title: 'Dimension',
    needs: { dimensions: { 'properties.plan': 1 } },
    code: "analytics.track('Upgraded', { plan: 'pro' });",
  },
  { kind: 'consent', title: 'Consent', needs: { consent: 'tracking' }, code: 'analytics.consent.give();' },
];

/** @type {Example[]} Calls that lose something on their way, for the explain table: docs/explain.md says why. */
export const LEFT_OUT = [
  { kind: 'track', title: 'Malformed values', code: "analytics.track('Paid', { label: { plan: 'pro' }, value: 'many' });" },
  { kind: 'track', title: 'Denied event', code: "analytics.track('Mouse Moved');" },
  { kind: 'track', title: 'Switched off', code: "analytics.track('Logged In', {}, { integrations: { All: false } });" },
  { kind: 'identify', title: 'Traits only', code: "analytics.identify({ plan: 'Premium' });" },
  { kind: 'track', title: 'No event name', code: 'analytics.track();' },
];
