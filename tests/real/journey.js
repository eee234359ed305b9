// What a visitor does on one page, all before Matomo's tracker is there to take it.
({ settings, user }) => {
  analytics.load(settings);
  analytics.page();
  analytics.identify(user);
  analytics.track('Created Account', { category: 'Account', label: 'Premium', value: 30 });
  analytics.track('Upgraded', {}, { integrations: { Piwik: { customVars: { 1: ['Plan', 'Pro'] } } } });
  analytics.track('Subscribed', { revenue: '$49.90' });
  analytics.reset();
  analytics.track('Said Goodbye');
}
