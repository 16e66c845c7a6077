// Doubts by keyboard: the next one, accept, choose. Letters typed into a field are the field's: all keys are with Alt.

const LATER = "khedmat-next-doubt";

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
  return here || pane.querySelector(".doubt-now");
}

export function nextFrom(pane, path) {
  const all = doubtsIn(pane);
  const here = all.indexOf(current(pane, path));
  return all.length ? all[(here + 1) % all.length] : null;
}

function mark(pane, doubt) {
  for (const one of doubtsIn(pane)) one.classList.toggle("doubt-now", one === doubt);
}

function inputsOf(path) {
  return [...document.querySelectorAll(`#editor [name="${CSS.escape(path)}"]`)].filter((input) =>
    ["radio", "checkbox"].includes(input.type),
  );
}

// The options of an undecided choice as buttons of its question.
export function optionsOf(pane) {
  for (const doubt of doubtsIn(pane)) {
    const place = doubt.querySelector(".doubt-options");
    for (const [number, input] of place ? inputsOf(doubt.dataset.doubt).slice(0, 9).entries() : []) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-plain button-small";
      const digit = (number + 1).toLocaleString("fa-IR");
      button.textContent = `${digit}. ${input.closest("label")?.textContent.trim() ?? input.value}`;
      button.addEventListener("click", () => input.click());
      place.append(button);
    }
  }
}

export function keys(event, pane, pathOf, go) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const path = pathOf(event.target);
  const doubt = current(pane, path);
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (event.code === "KeyN") next(pane, path, go);
  else if (event.code === "KeyA" && doubt) accept(pane, doubt);
  else if (digit) choose(path || doubt?.dataset.doubt, Number(digit));
  else return;
  event.preventDefault();
}

function next(pane, path, go) {
  const doubt = nextFrom(pane, path);
  if (!doubt) return;
  mark(pane, doubt);
  go(doubt.dataset.goal, doubt.dataset.doubt);
}

function accept(pane, doubt) {
  const button = doubt.querySelector("button[name=accept]");
  if (!button) return;
  sessionStorage.setItem(LATER, "yes");
  button.click();
}

function choose(path, number) {
  inputsOf(path ?? "")[number - 1]?.click();
}

// After a page was accepted and came back, the next question is in hand at once.
export function goOn(pane, go) {
  if (!sessionStorage.getItem(LATER)) return;
  sessionStorage.removeItem(LATER);
  next(pane, "", go);
}
