"""Consent platforms: how a page shows that it has one, and how a visitor's yes is given there."""

from __future__ import annotations

PLATFORMS = (
    (
        "vanilla-cookieconsent",
        "CookieConsent.acceptedCategory",
        "CookieConsent.acceptCategory('all')",
    ),
    (
        "Klaro",
        "klaro.getManager",
        "((one) => { one.changeAll(true); one.saveAndApplyConsents() })(klaro.getManager())",
    ),
    (
        "tarteaucitron",
        "tarteaucitron.userInterface",
        "tarteaucitron.userInterface.respondAll(true)",
    ),
    (
        "Cookiebot",
        "Cookiebot.submitCustomConsent",
        "Cookiebot.submitCustomConsent(true, true, true)",
    ),
    ("OneTrust", "OneTrust.AllowAll", "OneTrust.AllowAll()"),
    ("Usercentrics", "UC_UI.acceptAllConsents", "UC_UI.acceptAllConsents()"),
    ("Didomi", "Didomi.setUserAgreeToAll", "Didomi.setUserAgreeToAll()"),
    ("CookieYes", "performBannerAction", "performBannerAction('accept_all')"),
    ("Osano", "Osano.cm", "Osano.cm.acceptAll && Osano.cm.acceptAll()"),
    ("Complianz", "cmplz_accept_all", "cmplz_accept_all()"),
    ("iubenda", "_iub.cs.api", "_iub.cs.api.acceptAll && _iub.cs.api.acceptAll()"),
    ("Axeptio", "axeptioSDK.requestConsent", "axeptioSDK.requestConsent(true)"),
    ("a platform with the IAB's TCF", "__tcfapi", ""),
)
"""Name, what the page has of it, what a visitor's yes calls (empty where that is not known): from
each platform's documentation."""
