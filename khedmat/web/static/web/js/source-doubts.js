// Doubts by keyboard: the next one, accept, choose. Letters typed into a field are the field's: all keys are with Alt.

const LATER = "khedmat-next-doubt";
let last = ""; // the question that was gone to

function doubtsIn(pane) {
  return [...pane.querySelectorAll("[data-doubt]")];
}

function isAt(doubt, path) {
  const own = doubt.dataset.doubt;
  return path === own || path.startsWith(`${own}.`) || own.startsWith(`${path}.`);
}

// The doubt of the field in hand, else the one that was gone to last.
function current(pane, path) {
  const here = path && doubtsIn(pane).find((doubt) => isAt(doubt, path));
  return here || doubtsIn(pane).find((doubt) => doubt.dataset.doubt === last);
}

export function nextFrom(pane, path) {
  const all = doubtsIn(pane);
  const here = all.indexOf(current(pane, path));
  return all.length ? all[(here + 1) % all.length] : null;
}

function inputsOf(path) {
  return [...document.querySelectorAll(`#editor [name="${CSS.escape(path)}"]`)].filter((input) =>
    ["radio", "checkbox"].includes(input.type),
  );
}

// A button of a question stands for an option of its box; after an answer the next question comes in hand.
export function choosing(pane) {
  pane.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (["accept", "decide", "compared"].includes(button?.name)) sessionStorage.setItem(LATER, "yes");
    const doubt = button?.closest("[data-doubt]");
    if (doubt && button.dataset.choose) choose(doubt.dataset.doubt, button.dataset.choose);
  });
}

function choose(path, value) {
  inputsOf(path).find((input) => input.value === value)?.click();
}

export function keys(event, pane, pathOf, go) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const path = pathOf(event.target);
  const doubt = current(pane, path);
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (event.code === "KeyN") next(pane, path, go);
  else if (event.code === "KeyA" && doubt) accept(doubt);
  else if (digit) inputsOf(inputsOf(path).length ? path : (doubt?.dataset.doubt ?? ""))[digit - 1]?.click();
  else return;
  event.preventDefault();
}

function next(pane, path, go) {
  const doubt = nextFrom(pane, path);
  if (!doubt) return;
  last = doubt.dataset.doubt;
  go(doubt.dataset.goal, doubt.dataset.doubt);
}

function accept(doubt) {
  doubt.querySelector("button[name=accept]")?.click();
}

// After a page was accepted and came back, the next question is in hand at once.
export function goOn(pane, go) {
  if (!sessionStorage.getItem(LATER)) return;
  sessionStorage.removeItem(LATER);
  next(pane, "", go);
}
