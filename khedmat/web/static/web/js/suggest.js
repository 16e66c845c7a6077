// A combobox over the search box: arrows choose, Enter goes, Escape closes. Without this script the form is a form.
const WAIT = 150;

for (const form of document.querySelectorAll("form[data-suggest]")) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  list.id = `${input.id}-suggestions`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  told.className = "vh";
  told.setAttribute("role", "status");
  form.append(list, told);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]])
    input.setAttribute(name, value);

  let chosen = -1, timer, asked = "";

  const choose = (place) => {
    chosen = place;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", at === place));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[place].id);
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };
  const option = (suggestion, at) => {
    const one = document.createElement("li");
    one.id = `${list.id}-${at}`;
    one.setAttribute("role", "option");
    one.textContent = suggestion.text;
    one.dataset.href = suggestion.href;
    one.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(suggestion.href); });
    return one;
  };
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(option));
    choose(-1);
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = list.hidden ? "" : `${suggestions.length.toLocaleString("fa")} ${form.dataset.count}`;
  };
  const ask = async () => {
    const words = asked = input.value.trim();
    if (words.length < 2) return close();
    try {
      const answer = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: words })}`);
      if (answer.ok && words === asked) show((await answer.json()).suggestions);
    } catch { close(); } // the line is bad: the form still asks
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen < last ? chosen + 1 : 0); }
    else if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen > 0 ? chosen - 1 : last); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.assign(list.children[chosen].dataset.href); }
  });
}
