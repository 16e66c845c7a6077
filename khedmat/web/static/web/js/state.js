// What a form says, box by box: to know what is unsaved, to keep it, and to put it back.
import { grow } from "./rows.js";

const LETTERS = { "ي": "ی", "ك": "ک" };

// Rows of a list, ends of arrows and former names of processes belong to one box.
export function boxOf(name) {
  return name.replace(/-\d+-.*$/, "").replace(/\.(was|from|to)$/, "");
}

// What a person fills in, and the former names of processes that go along with it.
function controls(form) {
  const isTyped = (one) => one.name && !["submit", "button"].includes(one.type) && (one.type !== "hidden" || one.name.endsWith(".was"));
  return [...form.elements].filter(isTyped);
}

const isTick = (control) => control.type === "checkbox" || control.type === "radio";

// Box → [[name, value], …] in the order of the page.
export function read(form) {
  const said = {};
  for (const control of controls(form)) {
    const pairs = (said[boxOf(control.name)] ??= []);
    if (!isTick(control) || control.checked) pairs.push([control.name, control.value]);
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
  const own = controls(form).filter((control) => boxOf(control.name) === box);
  const values = new Map();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  for (const control of own) {
    const said = values.get(control.name) ?? [];
    if (isTick(control)) control.checked = said.includes(control.value);
    else put(control, said.shift() ?? "");
  }
}

function put(control, value) {
  if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === value)) {
    control.add(new Option(value, value));
  }
  control.value = value;
}
