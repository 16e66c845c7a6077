// Section 10 as one types: a renamed process has its new name in the diagram, a new box can be reached by arrows.

const PROCESSES = "card.processes";
const BOXES = "card.diagram.boxes";
const LINKS = "card.diagram.links";

const line = (text) => text.replace(/\s+/g, " ").trim();
const named = (form, name) => [...form.querySelectorAll(`[name="${name}"]`)];
const texts = (form, name) => [...new Set(named(form, name).map((one) => line(one.value)).filter(Boolean))];

// A list keeps what is chosen in it, whatever else it offers.
function offer(select, options) {
  const chosen = select.value;
  const first = select.options[0];
  select.replaceChildren(first, ...[...new Set([...options, chosen].filter(Boolean))].map((text) => new Option(text, text)));
  select.value = chosen;
}

function refresh(form, ends) {
  const [boxes, processes] = [texts(form, BOXES), texts(form, PROCESSES)];
  for (const end of [...named(form, `${LINKS}.from`), ...named(form, `${LINKS}.to`)]) {
    if (end instanceof HTMLSelectElement) offer(end, boxes);
  }
  const list = document.getElementById("flow-boxes");
  list?.replaceChildren(...boxes.map((text) => new Option(text, text)));
  for (const select of named(form, BOXES).filter((one) => one instanceof HTMLSelectElement)) {
    offer(select, [...ends, ...processes].filter((text) => !boxes.includes(text)));
  }
}

function rename(form, before, after) {
  const isShared = named(form, PROCESSES).some((one) => line(one.value) === before);
  if (!before || !after || before === after || isShared) return;
  for (const box of named(form, BOXES)) if (line(box.value) === before) put(box, after);
  for (const end of [...named(form, `${LINKS}.from`), ...named(form, `${LINKS}.to`)]) {
    if (line(end.value) === before) put(end, after);
  }
}

function put(control, text) {
  if (control instanceof HTMLSelectElement) control.add(new Option(text, text));
  control.value = text;
}

export function flow(form) {
  if (!form.querySelector(`[name="${BOXES}"]`)) return;
  const before = new WeakMap();
  const offered = named(form, BOXES).flatMap((one) => (one instanceof HTMLSelectElement ? [...one.options] : []));
  const processes = texts(form, PROCESSES);
  const ends = offered.map((option) => option.value).filter((text) => text && !processes.includes(text));
  form.addEventListener("focusin", ({ target }) => before.set(target, line(target.value ?? "")));
  form.addEventListener("change", ({ target }) => {
    if (![PROCESSES, BOXES].includes(target.name)) return;
    if (target.name === PROCESSES) rename(form, before.get(target), line(target.value));
    before.set(target, line(target.value));
    refresh(form, ends);
  });
}
