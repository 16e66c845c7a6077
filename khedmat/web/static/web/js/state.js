// What a form says, box by box: to know what is unsaved, to keep it, and to put it back.
import { grow } from "./rows.js";

const NOT_TYPED = new Set(["csrfmiddlewaretoken", "revision", "end"]);
const LETTERS = { "ي": "ی", "ك": "ک" };

// Rows of a list, ends of arrows and former names of processes belong to one box.
export function boxOf(name) {
  return name.replace(/-\d+-.*$/, "").replace(/\.(was|from|to)$/, "");
}

// Box → [[name, value], …] in the order of the page.
export function read(form) {
  const said = {};
  for (const control of form.elements) {
    if (control.name && control.type !== "submit" && !NOT_TYPED.has(control.name)) said[boxOf(control.name)] ??= [];
  }
  for (const [name, value] of new FormData(form)) {
    if (!NOT_TYPED.has(name)) said[boxOf(name)]?.push([name, value]);
  }
  return said;
}

// As the server folds it, so that what it gives back is known again.
function folded(value) {
  return value
    .replace(/[يك]/g, (letter) => LETTERS[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/\s+/g, " ")
    .trim();
}

// Empty rows at the end differ from page to page and say nothing.
export function same(one, other) {
  const words = (pairs) => JSON.stringify((pairs ?? []).map(([name, value]) => [name, folded(value)]).filter(([, value]) => value));
  return words(one) === words(other);
}

// The boxes of `now` that differ from `was`.
export function changes(was, now) {
  return Object.keys(now).filter((box) => !same(was[box], now[box]));
}

export function write(form, box, pairs) {
  grow(form, box, pairs);
  for (const name of new Set([...form.elements].map((control) => control.name))) {
    if (name && !NOT_TYPED.has(name) && boxOf(name) === box) fill(form, name, pairs);
  }
}

function fill(form, name, pairs) {
  const values = pairs.filter(([one]) => one === name).map(([, value]) => value);
  const controls = [...form.elements].filter((control) => control.name === name && control.type !== "submit");
  for (const control of controls) {
    if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
    else put(control, values.shift() ?? "");
  }
}

function put(control, value) {
  if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === value)) {
    control.add(new Option(value, value));
  }
  control.value = value;
}
