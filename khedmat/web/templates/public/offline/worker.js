{% load static %}// The last public pages that were read, for a line that fails. Nothing of the desk is ever kept: only what says it is public.
const PAGES = "khedmat-pages", FILES = "khedmat-files", MOST_PAGES = 40, MOST_FILES = 60;
const AWAY = "{% url "web:offline" %}";
const NEEDED = [AWAY, "{% static "web/css/khedmat.css" %}", "{% static "web/css/pages.css" %}", "{% static "vendor/vazirmatn/vazirmatn.woff2" %}", "{% static "web/mark.svg" %}", "{% static "web/js/offline.js" %}", "{% static "web/js/kept-pages.js" %}"];

self.addEventListener("install", (event) => event.waitUntil(caches.open(FILES).then((files) => files.addAll(NEEDED)).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (url.pathname.startsWith("{% get_static_prefix %}")) event.respondWith(file(request));
});

async function page(request) {
  try {
    const answer = await fetch(request);
    if (isKept(answer)) await keep(PAGES, MOST_PAGES, request.url, answer.clone());
    return answer;
  } catch (trouble) {
    const kept = await (await caches.open(PAGES)).match(request.url, { ignoreVary: true });
    return kept ? marked(kept) : (await caches.match(AWAY, { ignoreVary: true })) ?? Promise.reject(trouble);
  }
}

function isKept(answer) {
  const isPublic = (answer.headers.get("Cache-Control") ?? "").includes("public");
  return isPublic && answer.ok && !answer.redirected && new URL(answer.url).pathname !== AWAY;
}

// Names of static files change with their content, so what was kept is right.
async function file(request) {
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(FILES, MOST_FILES, request.url, answer.clone());
  return answer;
}

async function keep(name, most, url, answer) {
  try {
    const cache = await caches.open(name);
    await cache.delete(url, { ignoreVary: true });
    await cache.put(url, answer);
    const old = (await cache.keys()).filter((one) => !NEEDED.includes(new URL(one.url).pathname));
    for (const one of old.slice(0, Math.max(0, old.length - most))) await cache.delete(one, { ignoreVary: true });
  } catch {
    // A device that is full keeps nothing.
  }
}

// A kept page says so, with the time it was read.
async function marked(kept) {
  const headers = new Headers(kept.headers), read = new Date(headers.get("Date") ?? Date.now());
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  const said = `<p class="from-device" role="status">اینترنت در دسترس نیست. این صفحه همان است که ${read.toLocaleString("fa-IR", { dateStyle: "medium", timeStyle: "short" })} خوانده‌اید.</p>`;
  return new Response((await kept.text()).replace(/<body[^>]*>/, (body) => body + said), { status: 200, headers });
}
