// tarteaucitron: its start, which stands ahead of the recipe, and a visitor's choice.
tarteaucitron.init({ privacyUrl: '', hashtag: '#choose', cookieName: 'tarteaucitron', highPrivacy: true, useExternalCss: true })
window.choose = (yes) => tarteaucitron.userInterface.respondAll(yes)
window.isReady = () => Boolean(document.getElementById('matomo_ownLine'))
