// Every page of the site begins like this: who is logged in is known from the page before.
analytics.load(journey.settings);
analytics.identify();

function logIn(name) {
  analytics.identify(name + "-" + journey.id);
  analytics.track("Logged In");
}
