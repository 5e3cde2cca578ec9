// In a document: a fragment (#120-188) marks its words without a reload, and a selection can be taken away.

import { offsets, rangeOf } from "./offsets.js";

const source = document.querySelector(".source");

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

const bar = document.querySelector(".pick");
let picked = null;

const pick = () => {
  picked = offsets();
  bar.hidden = !picked;
  if (!picked) return;
  const box = picked.range.getBoundingClientRect();
  bar.style.setProperty("left", `${Math.max(8, scrollX + box.left)}px`);
  bar.style.setProperty("top", `${scrollY + box.bottom + 8}px`);
};

document.addEventListener("selectionchange", pick);
pick();

bar.addEventListener("mousedown", (event) => event.preventDefault());
bar.addEventListener("click", async (event) => {
  const what = event.target.closest("[data-pick]")?.dataset.pick;
  if (!what || !picked) return;
  const { start, end, text } = picked;
  const url = new URL(`/documents/${source.dataset.document}?at=${start}-${end}#${start}-${end}`, location.href).href;
  const words = /[“”"]/.test(text) ? text : `“${text}”`;
  const quotation = `${words} — ${source.dataset.outlet}, ${source.dataset.date}: ${source.dataset.title}\n${url}`;
  const said = document.getElementById("said");
  try {
    await navigator.clipboard.writeText(what === "link" ? url : quotation);
    said.textContent = what === "link" ? "Link copied." : "Quotation copied, with outlet, date and link.";
  } catch {
    history.replaceState(null, "", url);
    said.textContent = "The browser does not let pages copy here. The address bar holds the link.";
  }
  setTimeout(() => { said.textContent = ""; }, 4000);
});
