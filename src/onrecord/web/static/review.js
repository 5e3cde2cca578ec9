// The review queue by keyboard. Keys can be changed on the page “Keys and signs”; they are kept in this browser.

import { keys } from "./keys.js";
import { offsets } from "./offsets.js";

const cards = () => [...document.querySelectorAll(".review-card")];
const current = () => document.activeElement?.closest?.(".review-card") ?? null;

const move = (step) => {
  const all = cards();
  const at = all.indexOf(current());
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

const open = (card, which, field) => {
  const details = card?.querySelector(`[${which}]`);
  if (!details) return;
  details.open = true;
  details.querySelector(field)?.focus();
};

const acts = {
  next: () => move(1),
  previous: () => move(-1),
  accept: (card) => card?.querySelector("[data-verdict=accept]")?.click(),
  reject: (card) => card?.querySelector("[data-verdict=reject]")?.click(),
  unsure: (card) => card?.querySelector("[data-verdict=unsure]")?.click(),
  note: (card) => open(card, "data-note", "textarea"),
  edit: (card) => open(card, "data-edit", "input"),
  tick: (card) => card?.querySelector(".tick input")?.click(),
  undo: (card) => (card?.querySelector("[data-undo]") ?? last?.querySelector("[data-undo]") ?? document.querySelector(".given button"))?.click(),
  help: () => { location.href = "/keys"; },
};

let last = null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("textarea, select, input:not([type=checkbox])");
  if (event.key === "Escape" && typing) { event.target.blur(); current()?.focus(); return; }
  if (typing) return;
  const act = Object.entries(keys()).find(([, key]) => key === event.key)?.[0];
  if (!act || !acts[act]) return;
  event.preventDefault();
  const card = current() ?? (["accept", "reject", "unsure", "note", "edit", "tick"].includes(act) ? cards()[0] : null);
  acts[act](card);
});

// A verdict replaces its card; the reader goes on to the next that has none.
document.addEventListener("htmx:load", (event) => {
  const card = event.detail.elt;
  if (!card.classList?.contains("review-card") || card.id !== asked) return;
  last = card;
  const all = cards();
  const next = card.classList.contains("judged") && all.slice(all.indexOf(card) + 1).find((one) => !one.classList.contains("judged"));
  (next || card).focus();
  (next || card).scrollIntoView({ block: "nearest" });
  const said = card.querySelector(".verdict")?.textContent ?? "Taken back";
  document.getElementById("said").textContent = `${said}. ${keys().undo} takes it back.`;
});

let asked = null;
document.addEventListener("htmx:beforeRequest", (event) => { asked = event.target.closest(".review-card")?.id ?? null; });
document.addEventListener("htmx:responseError", () => {
  document.getElementById("said").textContent = "That was not kept: the record could not be written. Try again.";
});

// Selecting words fills the offsets of an edit.
document.addEventListener("selectionchange", () => {
  const chosen = offsets();
  const card = chosen?.block.closest(".review-card");
  const edit = card?.querySelector("[data-edit]");
  if (!edit?.open) return;
  edit.querySelector("[name=start]").value = chosen.start;
  edit.querySelector("[name=end]").value = chosen.end;
  edit.querySelector("[data-chosen]").textContent = `“${chosen.text}”`;
});
