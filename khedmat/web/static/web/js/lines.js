// A box in front of lines: a name chosen from the register becomes a line. Without this script the lines are written.
for (const names of document.querySelectorAll("datalist[data-lines]")) {
  const lines = document.getElementById(names.dataset.lines);
  const known = new Set([...names.options].map((one) => one.value));
  const box = document.createElement("input");
  box.setAttribute("list", names.id);
  box.setAttribute("aria-label", names.dataset.label);
  box.placeholder = names.dataset.label;
  box.autocomplete = "off";
  lines.before(box);

  const add = () => {
    const there = lines.value.split("\n").map((line) => line.trim()).filter(Boolean);
    lines.value = [...new Set([...there, box.value])].join("\n");
    box.value = "";
  };
  // What is typed letter by letter may be the beginning of a longer name: that one is added by Enter.
  box.addEventListener("input", (event) => {
    const isChosen = !event.inputType || event.inputType === "insertReplacementText";
    if (isChosen && known.has(box.value)) add();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (known.has(box.value)) add();
  });
}
