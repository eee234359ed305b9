// The calls to press: those of Segment's document for its Piwik destination, and what belongs beside them.

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
