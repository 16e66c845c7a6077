// The conflict page: what this device kept of the page was shown and chosen from.
import { settle } from "./keep.js";

const form = document.getElementById("settling");

form?.addEventListener("submit", () => {
  try {
    settle(form.dataset, Number(form.elements.revision.value), [...new FormData(form)].some(([name, path]) => name.startsWith("keep.") && path));
  } catch {
    // A device that keeps nothing has nothing to settle.
  }
});
