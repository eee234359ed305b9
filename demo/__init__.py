"""The demo: a page, a collector that speaks Matomo's Tracking HTTP API, and a stand-in tracker."""
