// The source beside the form: the words of the field in hand are lit, and words lead back to their field.
import { places, rangesOf, rectsOf } from "./source-places.js";
import { choosing, goOn, keys, nextFrom } from "./source-doubts.js";

const pane = document.getElementById("source");
const slot = pane?.querySelector(".source-slot");
const THERE = "khedmat-go-to";
let reads = [];

const canLight = typeof Highlight === "function" && CSS.highlights;

function light(name, ranges) {
  if (canLight) CSS.highlights.set(name, new Highlight(...ranges));
}

async function load() {
  if (slot.dataset.loaded) return;
  slot.dataset.loaded = "yes";
  const answer = await fetch(pane.dataset.original, { credentials: "same-origin" });
  if (!answer.ok) {
    delete slot.dataset.loaded;
    return;
  }
  slot.innerHTML = await answer.text(); // made by the server of text in tags of its own
  const blocks = places(slot);
  reads = [...slot.querySelectorAll("[data-path]")].map((link) => ({
    path: link.dataset.path,
    goal: link.href,
    doubtful: "doubtful" in link.dataset,
    ranges: rangesOf(link.dataset.lights, blocks),
    rects: rectsOf(link.dataset.lights, slot),
    blocks: link.dataset.lights.split(" ").map((light) => light.split(":")[0]),
  }));
  light("source-read", reads.filter((read) => !read.doubtful).flatMap((read) => read.ranges));
  light("source-doubt", reads.filter((read) => read.doubtful).flatMap((read) => read.ranges));
  for (const read of reads) {
    for (const rect of read.rects) rect.classList.add(read.doubtful ? "source-doubt" : "source-read");
  }
  if (document.activeElement) show(document.activeElement);
}

// «card.cost.items-0-text» is typed where «card.cost.items.0.text» was read.
function pathOf(element) {
  const name = element.getAttribute?.("name") ?? "";
  if (/^(card\.|permits|inquiries)/.test(name)) return name.replace(/-(\d+)-/, ".$1.").replace(/\.(from|to|was)$/, "");
  const box = element.closest?.('[id^="box-"]');
  return box ? `card.${box.id.slice(4)}` : "";
}

function readsAt(path) {
  const exact = reads.filter((read) => read.path === path);
  if (exact.length) return exact;
  const inside = reads.filter((read) => read.path.startsWith(`${path}.`));
  if (inside.length) return inside;
  const around = reads.filter((read) => path.startsWith(`${read.path}.`));
  if (around.length) return around;
  const siblings = path.slice(0, path.lastIndexOf("."));
  return siblings === "card" || !siblings ? [] : reads.filter((read) => read.path.startsWith(`${siblings}.`));
}

function show(element) {
  const path = pathOf(element);
  if (!path || pane.contains(element)) return;
  const found = readsAt(path);
  light("source-now", found.flatMap((read) => read.ranges));
  for (const lit of slot.querySelectorAll(".source-now")) lit.classList.remove("source-now");
  for (const rect of found.flatMap((read) => read.rects)) rect.classList.add("source-now");
  const first = found.find((read) => read.rects.length || read.ranges.length);
  if (first) scrollTo(first.rects[0] ?? first.ranges[0]);
  if (!first || canLight || first.rects.length) return;
  first.ranges[0].startContainer.parentElement.closest("[data-block]").classList.add("source-now");
}

// A picture above that has not come yet keeps its height, so the place is right at once.
function scrollTo(place) {
  const top = place.getBoundingClientRect().top - slot.getBoundingClientRect().top;
  slot.scrollTo({ top: slot.scrollTop + top - slot.clientHeight / 3, behavior: "instant" });
}

function readAtPoint(event) {
  const drawn = reads.find((read) => read.rects.includes(event.target));
  if (drawn) return drawn;
  const hit = reads.find((read) =>
    read.ranges.some((range) =>
      [...range.getClientRects()].some(
        (box) => event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom,
      ),
    ),
  );
  if (hit) return hit;
  const block = event.target.closest("[data-block]")?.dataset.block;
  return reads.find((read) => read.blocks.includes(block));
}

function go(goal, path) {
  const address = new URL(goal, location.href);
  if (address.pathname !== location.pathname) {
    sessionStorage.setItem(THERE, path);
    location.assign(goal);
    return;
  }
  const box = document.getElementById(address.hash.slice(1));
  const names = [path, path.replace(/\.(\d+)\./, "-$1-")];
  const own = names.map((name) => document.querySelector(`#editor [name="${CSS.escape(name)}"]`)).find(Boolean);
  const checked = own && document.querySelector(`#editor [name="${CSS.escape(own.name)}"]:checked`);
  const field = checked || own || box?.querySelector("input:not([type=hidden]), select, textarea");
  (field ?? box)?.focus({ preventScroll: true });
  (box ?? field)?.scrollIntoView({ block: "center" });
}

function start() {
  const fold = pane.querySelector(".source-fold");
  fold.addEventListener("toggle", () => fold.open && load());
  if (matchMedia("(min-width: 64rem)").matches) fold.open = true;
  if (fold.open) load();
  document.addEventListener("focusin", (event) => show(event.target));
  slot.addEventListener("click", (event) => {
    const read = readAtPoint(event);
    if (read) go(read.goal, read.path);
  });
  choosing(pane);
  document.addEventListener("keydown", (event) => keys(event, pane, pathOf, go));
  pane.addEventListener("click", (event) => {
    const link = event.target.closest("#next-doubt, [data-doubt] a");
    if (!link || event.ctrlKey || event.metaKey) return;
    const doubt = link.closest("[data-doubt]") ?? nextFrom(pane, pathOf(document.activeElement));
    if (!doubt) return;
    event.preventDefault();
    go(doubt.dataset.goal, doubt.dataset.doubt);
  });
  // Once loaded, the browser goes to the place named in the address and takes the focus from where it was.
  if (document.readyState === "complete") setTimeout(arrive);
  else addEventListener("load", () => setTimeout(arrive));
}

// Sent here from another page: the field is in hand at once.
function arrive() {
  const path = sessionStorage.getItem(THERE);
  sessionStorage.removeItem(THERE);
  if (path) go(location.href, path);
  else goOn(pane, go);
}

if (pane) start();
