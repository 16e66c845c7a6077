// A page of the editor alive: it saves itself, keeps what cannot be sent, and works on rows without leaving.
import { flow } from "./flow.js";
import { keeping } from "./keep.js";
import { matrix } from "./matrix.js";
import { twin } from "./pieces.js";
import { rows } from "./rows.js";
import { sending } from "./sending.js";

const form = document.getElementById("editor");
const sentences = document.getElementById("sentences");
const BANNERS = ["lost", "stranger"];
const clock = new Intl.DateTimeFormat("fa-IR", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Tehran" });

function say(name) {
  const news = `${sentences.dataset[name] ?? ""}${name === "saved" ? ` ${clock.format(new Date())}` : ""}`;
  const kept = document.getElementById("kept");
  if (news && kept.textContent !== news) kept.textContent = news;
  for (const banner of BANNERS) document.getElementById(banner).hidden = banner !== name;
}

function start() {
  const keep = keeping(form, sentences.dataset);
  const saving = sending(form, keep, { say, user: sentences.dataset.user });
  if (document.getElementById("trouble")?.hidden === false) keep.resume();
  else if (keep.restore()) {
    document.getElementById("restored").hidden = false;
    saving.touch();
  }
  listen(saving);
  rows(form, saving.touch, (news) => (document.getElementById("row-news").textContent = sentences.dataset[news]));
  matrix(form);
  flow(form);
  // Not before the page is there: on its way to the place of the address the browser takes every focus away.
  for (const kind of ["load", "hashchange"]) addEventListener(kind, goal);
}

// Who was led to a box goes on in its first field.
function goal() {
  const box = document.getElementById(location.hash.slice(1));
  if (form.contains(box)) box.querySelector("input:not([type=hidden]), select, textarea")?.focus({ preventScroll: true });
}

function listen(saving) {
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => event.target.form === form && event.target.name && saving.touch());
  }
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyS" || event.shiftKey || event.altKey) return;
    event.preventDefault();
    saving.flush().then((isSaved) => isSaved && say("saved"));
  });
  form.addEventListener("submit", (event) => submitted(event, saving));
  addEventListener("pagehide", saving.leave);
  // A page from the browser's memory does not know what was saved since: what is kept here comes back by itself.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  for (const kind of ["online", "focus"]) addEventListener(kind, saving.retry);
}

let isPassing = false;

// A button sends the page once the server has all that was typed; without network nobody leaves the page.
async function submitted(event, saving) {
  if (isPassing || saving.isStopped() || saving.isSaved()) return;
  event.preventDefault();
  const button = event.submitter;
  if (!(await saving.flush()) && !saving.isStopped()) return;
  const press = button && !button.isConnected ? twin(button, form) : button;
  if (button && !press) return; // its finding is gone with what was just saved
  isPassing = true;
  form.requestSubmit(press);
}

if (form && sentences) start();
