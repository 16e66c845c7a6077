// The stage × channel table by arrow keys: a column further is to the left. Space ticks, as in any checkbox.

const STEPS = { ArrowLeft: [0, 1], ArrowRight: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

function at(cell) {
  return [Number(cell.dataset.row), Number(cell.dataset.col)];
}

function cellsOf(cell) {
  const table = cell.closest("table, [data-matrix]") ?? cell.form;
  return [...table.querySelectorAll("input[data-row][data-col]")].filter((one) => one.offsetParent !== null);
}

// The nearest cell in that direction: not every stage has every box.
function beyond(cell, [down, across]) {
  const [row, col] = at(cell);
  const isOn = (one) => (across ? one[0] === row && (one[1] - col) * across > 0 : one[1] === col && (one[0] - row) * down > 0);
  const far = (one) => Math.abs(at(one)[0] - row) + Math.abs(at(one)[1] - col);
  const found = cellsOf(cell).filter((one) => isOn(at(one)));
  return found.sort((one, other) => far(one) - far(other))[0];
}

function edge(cell, isEnd) {
  const own = cellsOf(cell).filter((one) => one.dataset.row === cell.dataset.row);
  const ordered = own.sort((one, other) => at(one)[1] - at(other)[1]);
  return ordered.at(isEnd ? -1 : 0);
}

export function matrix(form) {
  form.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.matches("input[type=checkbox][data-row][data-col]") || event.ctrlKey || event.altKey || event.metaKey) return;
    const isEdge = event.key === "Home" || event.key === "End";
    if (!isEdge && !STEPS[event.key]) return;
    event.preventDefault();
    (isEdge ? edge(cell, event.key === "End") : beyond(cell, STEPS[event.key]))?.focus();
  });
}
