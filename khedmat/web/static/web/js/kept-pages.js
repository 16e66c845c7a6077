// Which pages this device keeps, the last one first; it is asked nowhere else.
const place = document.getElementById("kept-pages"), forgetting = document.getElementById("forgetting");

async function row(cache, request) {
  const page = new DOMParser().parseFromString(await (await cache.match(request, { ignoreVary: true })).text(), "text/html");
  const one = document.createElement("li"), link = document.createElement("a");
  link.href = request.url;
  link.textContent = page.title || request.url;
  one.append(link);
  return one;
}

async function show() {
  const cache = await caches.open("khedmat-pages"), kept = await cache.keys();
  if (!kept.length) return;
  const list = document.createElement("ul");
  list.className = "text-list";
  list.append(...(await Promise.all(kept.reverse().map((request) => row(cache, request)))));
  place.replaceChildren(list);
  forgetting.hidden = false;
}

forgetting.addEventListener("click", async () => {
  await caches.delete("khedmat-pages");
  location.reload();
});
if ("caches" in window) show();
