// The answer to a saving: each of its elements takes the place of the one with the same id.

const TYPED = "input:not([type=hidden]), select, textarea";

export function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

// Whoever types in a piece, or reads an opened fold of it, is not disturbed.
export function apply(answer) {
  for (const fresh of answer.querySelectorAll("body > [id]")) {
    const old = document.getElementById(fresh.id);
    if (old && !old.isEqualNode(fresh) && !isTypedIn(old)) swap(old, document.importNode(fresh, true));
  }
}

function isTypedIn(piece) {
  return piece.contains(document.activeElement) && document.activeElement.matches(TYPED);
}

function swap(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const folds = [...old.querySelectorAll("details")].map((fold) => fold.open);
  const news = [...fresh.querySelectorAll("details")];
  if (news.length === folds.length) news.forEach((fold, place) => (fold.open = folds[place]));
  if (old instanceof HTMLDetailsElement) fresh.open = old.open;
  old.replaceWith(fresh);
  if (held) (twin(held, fresh) ?? fresh.closest("fieldset, [id^=box-]")?.querySelector(TYPED))?.focus();
}

// The same button or link after its piece was made anew.
export function twin(held, place) {
  const alike = [...place.querySelectorAll(held.tagName)];
  return alike.find((one) => one.name === held.name && one.value === held.value && one.href === held.href);
}
