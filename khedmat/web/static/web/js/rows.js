// Rows of a list, worked on without leaving the page: new, away, up, down. Without JavaScript the server does the same.
// A list is [data-list="<path>"]; its rows are [data-item]; what shows a row's number is [data-number]. Names, ids and
// button values bear the path and the row: «card.external_inquiries-2-agency», «card.documents:2».

const TYPED = "input:not([type=hidden]), select, textarea";
const NUMBERED = ["name", "id", "for", "aria-labelledby", "aria-describedby", "list"];
const BUTTONS = ["add", "drop", "up", "down"];
const DIGITS = /[۰-۹]+/;

const listOf = (path) => document.querySelector(`[data-list="${CSS.escape(path)}"]`);
const itemsOf = (list) => [...list.querySelectorAll("[data-item]")].filter((item) => item.closest("[data-list]") === list);
const escaped = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// Every row says the number at which it stands. By way of numbers that nobody has: two rows with radios of one name,
// even for a moment, would take each other's tick.
function renumber(list) {
  const items = itemsOf(list);
  items.forEach((item, place) => named(list.dataset.list, item, 100_000 + place));
  items.forEach((item, place) => {
    named(list.dataset.list, item, place);
    titled(item, (place + 1).toLocaleString("fa-IR", { useGrouping: false }));
  });
}

function named(path, item, place) {
  const name = new RegExp(`(${escaped(path)})-\\d+(?=-|$)`);
  for (const one of [item, ...item.querySelectorAll("*")]) {
    for (const key of NUMBERED) {
      const value = one.getAttribute(key);
      if (value && name.test(value)) one.setAttribute(key, value.replace(name, `$1-${place}`));
    }
    if (BUTTONS.includes(one.name)) one.value = one.value.replace(/:\d+$/, `:${place}`);
  }
}

function titled(item, number) {
  for (const one of [item, ...item.querySelectorAll("[data-number], [aria-label]")]) {
    if ("number" in one.dataset) one.textContent = one.textContent.replace(DIGITS, number);
    const label = one.getAttribute("aria-label");
    if (label) one.setAttribute("aria-label", label.replace(DIGITS, number));
  }
}

function empty(item) {
  for (const control of item.querySelectorAll("input, select, textarea")) {
    if (control.type === "checkbox" || control.type === "radio") control.checked = false;
    else control.value = "";
  }
  for (const said of item.querySelectorAll(".field-error")) said.remove();
}

function isEmpty(item) {
  const said = (control) => (["checkbox", "radio"].includes(control.type) ? control.checked : control.value.trim());
  return ![...item.querySelectorAll(TYPED)].some(said);
}

// The copy is emptied and named anew before it stands on the page, where its radios would take the ticks of the row that
// it was copied of.
function added(list) {
  const items = itemsOf(list);
  const item = items.at(-1).cloneNode(true);
  empty(item);
  named(list.dataset.list, item, items.length);
  items.at(-1).after(item);
  renumber(list);
  return item;
}

const focusIn = (item) => item?.querySelector(TYPED)?.focus();

const PRESS = {
  add(list) {
    const last = itemsOf(list).at(-1);
    focusIn(isEmpty(last) ? last : added(list));
    return "added";
  },
  drop(list, item) {
    const items = itemsOf(list);
    const next = items[items.indexOf(item) + 1] ?? items[items.indexOf(item) - 1];
    if (next) item.remove();
    else empty(item);
    renumber(list);
    focusIn(next ?? item);
    return "dropped";
  },
  up(list, item, button) {
    return swapped(list, item, button, -1);
  },
  down(list, item, button) {
    return swapped(list, item, button, 1);
  },
};

// The row that is passed moves, not the one in hand: what has the focus keeps it.
function swapped(list, item, button, step) {
  const items = itemsOf(list);
  const other = items[items.indexOf(item) + step];
  if (!other) return "";
  if (step < 0) item.after(other);
  else item.before(other);
  renumber(list);
  if (getComputedStyle(button).visibility === "hidden") focusIn(item); // the first row has no way up
  else button.focus();
  return "moved";
}

// As many rows as these pairs speak of.
export function grow(form, box, pairs) {
  const list = listOf(box);
  if (!list) return;
  const rows = pairs.map(([name]) => Number(/-(\d+)-/.exec(name.slice(box.length))?.[1] ?? -1));
  const names = pairs.map(([name]) => name);
  const most = Math.max(0, ...names.map((name) => names.filter((one) => one === name).length));
  const wanted = Math.min(Math.max(1 + Math.max(-1, ...rows), rows.includes(-1) ? most : 0), 300);
  while (itemsOf(list).length < wanted) added(list);
}

// Lists of which a row is one line: Enter goes on in the next row, and a list that is pasted has a row for each of its lines.
const LINED = "ol.lines > [data-item] > textarea:not([name='card.diagram.boxes'])";

function following(item) {
  const next = item.nextElementSibling;
  if (next && isEmpty(next)) return next;
  const list = item.closest("[data-list]");
  const fresh = added(list);
  item.after(fresh);
  renumber(list);
  return fresh;
}

function entered(event) {
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.ctrlKey || !event.target.matches(LINED)) return;
  event.preventDefault();
  if (event.target.value.trim()) focusIn(following(event.target.closest("[data-item]")));
}

function pasted(event) {
  const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
  if (lines.length < 2 || lines.length > 300 || !event.target.matches(LINED)) return "";
  event.preventDefault();
  const field = event.target;
  field.setRangeText(lines[0], field.selectionStart, field.selectionEnd, "end");
  let item = field.closest("[data-item]");
  for (const line of lines.slice(1)) {
    item = following(item);
    item.querySelector("textarea").value = line;
  }
  focusIn(item);
  return "added";
}

// `touch()`: something changed; `tell("added")` says so to those who listen.
export function rows(form, touch, tell) {
  form.addEventListener("keydown", entered);
  form.addEventListener("paste", (event) => {
    const news = pasted(event);
    if (!news) return;
    tell(news);
    touch();
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const path = button?.value.replace(/:\d+$/, "");
    const list = button && BUTTONS.includes(button.name) && listOf(path);
    if (!list || !itemsOf(list).length) return;
    event.preventDefault();
    const news = PRESS[button.name](list, button.closest("[data-item]"), button);
    if (!news) return;
    tell(news);
    touch();
  });
}
