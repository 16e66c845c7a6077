// Blocks of the source and characters in them, counted without spaces as the reader counts them: in its text, and in
// the boxes that are drawn over pictures of its pages.

const SPACE = /\s/u;

// Number of a block → its text nodes, in the order of the page.
export function places(root) {
  const blocks = new Map();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const block = walker.currentNode.parentElement.closest("[data-block]")?.dataset.block;
    if (block === undefined) continue;
    if (!blocks.has(block)) blocks.set(block, []);
    blocks.get(block).push(walker.currentNode);
  }
  return blocks;
}

// «12:3-10 13:0-5» → ranges of the document; what the page does not hold is left out.
export function rangesOf(lights, blocks) {
  return lights.split(" ").filter(Boolean).flatMap((light) => {
    const [block, span] = light.split(":");
    const [from, to] = span.split("-").map(Number);
    return within(blocks.get(block) ?? [], from, to);
  });
}

// The same for the boxes of pictures: those in which some of the characters stand.
export function rectsOf(lights, root) {
  return lights.split(" ").filter(Boolean).flatMap((light) => {
    const [block, span] = light.split(":");
    const [from, to] = span.split("-").map(Number);
    const rects = root.querySelectorAll(`svg [data-block="${CSS.escape(block)}"] > rect`);
    return [...rects].filter((rect) => Number(rect.dataset.from) < to && from < Number(rect.dataset.to));
  });
}

function within(nodes, from, to) {
  const ranges = [];
  let at = 0;
  for (const node of nodes) {
    const first = at;
    let start = -1;
    let end = -1;
    for (let place = 0; place < node.data.length && at < to; place += 1) {
      if (SPACE.test(node.data[place])) continue;
      // A letter outside of the first plane is two units here and one there.
      const low = node.data.charCodeAt(place);
      if (low >= 0xdc00 && low <= 0xdfff) {
        if (start >= 0) end = place + 1;
        continue;
      }
      if (at >= from) {
        if (start < 0) start = place;
        end = place + 1;
      }
      at += 1;
    }
    if (start >= 0 && at > first) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
    if (at >= to) break;
  }
  return ranges;
}
