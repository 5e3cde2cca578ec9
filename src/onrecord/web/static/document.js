// In a document: a fragment (#120-188) marks its words without a reload, and a selection can be taken away.
// Offsets count Unicode code points, as everywhere in a record; JavaScript counts UTF-16 units.

const source = document.querySelector(".source");
const blocks = [...source.querySelectorAll(".words")];
const points = (text) => Array.from(text).length;
const units = (text, count) => { let at = 0; for (const c of text) { if (count-- <= 0) break; at += c.length; } return at; };

const texts = (block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};

const place = (offset, atEnd) => {
  for (const block of blocks) {
    const start = Number(block.dataset.start), end = Number(block.dataset.end);
    if (offset < start || offset > end || (!atEnd && offset === end) || (atEnd && offset === start)) continue;
    let at = start;
    for (const node of texts(block)) {
      const length = points(node.data);
      if (offset <= at + length && (atEnd || offset < at + length)) return [node, units(node.data, offset - at)];
      at += length;
    }
  }
  return null;
};

const rangeOf = (start, end) => {
  const from = place(start, false), to = place(end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
};

const show = () => {
  const asked = /^#(\d+)-(\d+)$/.exec(location.hash);
  if (!asked || !window.CSS?.highlights) return;
  const range = rangeOf(Number(asked[1]), Number(asked[2]));
  if (!range) {  // in another part of the text: the server finds it
    if (!new URLSearchParams(location.search).has("at")) location.replace(`?at=${asked[1]}-${asked[2]}${location.hash}`);
    return;
  }
  CSS.highlights.set("here", new Highlight(range));
  const box = range.getBoundingClientRect();
  if (box.top < 80 || box.bottom > innerHeight - 40) scrollTo({ top: scrollY + box.top - innerHeight * 0.4 });
};

addEventListener("hashchange", show);
show();

// A selection: its range in the document's own offsets.

const offsetOf = (node, offset) => {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".words");
  if (!block || node.nodeType !== Node.TEXT_NODE) return null;
  let at = Number(block.dataset.start);
  for (const text of texts(block)) {
    if (text === node) return at + points(text.data.slice(0, offset));
    at += points(text.data);
  }
  return null;
};

export const selected = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end, text: selection.toString().trim(), range };
};

const bar = document.querySelector(".pick");
let picked = null;

document.addEventListener("selectionchange", () => {
  picked = selected();
  bar.hidden = !picked;
  if (!picked) return;
  const box = picked.range.getBoundingClientRect();
  bar.style.setProperty("left", `${Math.max(8, scrollX + box.left)}px`);
  bar.style.setProperty("top", `${scrollY + box.bottom + 8}px`);
});

bar.addEventListener("mousedown", (event) => event.preventDefault());
bar.addEventListener("click", async (event) => {
  const what = event.target.closest("[data-pick]")?.dataset.pick;
  if (!what || !picked) return;
  const { start, end, text } = picked;
  const url = new URL(`/documents/${source.dataset.document}?at=${start}-${end}#${start}-${end}`, location.href).href;
  const words = /[“”"]/.test(text) ? text : `“${text}”`;
  const quotation = `${words} — ${source.dataset.outlet}, ${source.dataset.date}: ${source.dataset.title}\n${url}`;
  const place = document.getElementById("said");
  try {
    await navigator.clipboard.writeText(what === "link" ? url : quotation);
    place.textContent = what === "link" ? "Link copied." : "Quotation copied, with outlet, date and link.";
  } catch {
    history.replaceState(null, "", url);
    place.textContent = "The browser does not let pages copy here. The address bar holds the link.";
  }
  setTimeout(() => { place.textContent = ""; }, 4000);
});
