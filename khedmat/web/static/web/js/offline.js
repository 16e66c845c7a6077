// For a line that fails.
navigator.serviceWorker?.register("/sw.js").catch(() => {});
