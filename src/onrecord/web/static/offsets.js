// Between offsets of a document and places in the page. Offsets count Unicode code points, as everywhere in a
// record; JavaScript counts UTF-16 units. A block of text is an element `.words` with data-start and data-end.

const points = (text) => Array.from(text).length;
const units = (text, count) => { let at = 0; for (const c of text) { if (count-- <= 0) break; at += c.length; } return at; };

const texts = (block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};

const place = (offset, atEnd) => {
  for (const block of document.querySelectorAll(".words[data-start]")) {
    const start = Number(block.dataset.start), end = Number(block.dataset.end);
    if (atEnd ? offset <= start || offset > end : offset < start || offset >= end) continue;
    let at = start;
    for (const node of texts(block)) {
      const length = points(node.data);
      if (offset < at + length || (atEnd && offset === at + length)) return [node, units(node.data, offset - at)];
      at += length;
    }
  }
  return null;
};

/** The place in the page of a document's range, or null where it is not shown. */
export const rangeOf = (start, end) => {
  const from = place(start, false), to = place(end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
};

const offsetOf = (block, node, offset) => {
  let at = Number(block.dataset.start);
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return at + points(before.toString());
};

/** What is selected, in the document's own offsets; null where nothing of a text is. */
export const offsets = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const blockOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".words[data-start]");
  const first = blockOf(range.startContainer), last = blockOf(range.endContainer);
  if (!first || !last) return null;
  const start = offsetOf(first, range.startContainer, range.startOffset);
  const end = offsetOf(last, range.endContainer, range.endOffset);
  return start < end ? { start, end, text: selection.toString().trim(), range, block: first } : null;
};
