// The floor: what Chromium needs for one beacon, which says nothing but the title.
navigator.sendBeacon('matomo.php?action_name=Shop')
