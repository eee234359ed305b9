window.other = 1
