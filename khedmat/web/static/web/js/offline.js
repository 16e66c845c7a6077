// The last public pages stay readable when the line fails; a browser that cannot keep pages loses nothing else.
navigator.serviceWorker?.register("/sw.js").catch(() => {});
