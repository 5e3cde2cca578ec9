// The keys of the review queue, as they are or as the reader set them.

export const USUAL = {
  accept: "a", reject: "r", unsure: "u", edit: "e", note: "n", next: "j", previous: "k", tick: "x", undo: "z", help: "?",
};

const PLACE = "onrecord-keys";

export const keys = () => {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(PLACE) ?? "{}") };
  } catch {
    return USUAL;
  }
};

const form = document.querySelector("[data-keys]");
if (form) {
  form.hidden = false;
  for (const field of form.querySelectorAll("input")) {
    field.value = keys()[field.name];
    field.addEventListener("input", () => { field.value = [...field.value].pop() ?? ""; });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = Object.fromEntries([...form.querySelectorAll("input")].map((field) => [field.name, field.value || USUAL[field.name]]));
    const twice = Object.values(chosen).some((key, at, all) => all.indexOf(key) !== at);
    const said = document.getElementById("said");
    if (twice) { said.textContent = "Two actions have one key. Give each its own."; return; }
    localStorage.setItem(PLACE, JSON.stringify(chosen));
    said.textContent = "Keys kept in this browser.";
  });
  form.querySelector("[data-usual]").addEventListener("click", () => {
    localStorage.removeItem(PLACE);
    for (const field of form.querySelectorAll("input")) field.value = USUAL[field.name];
  });
}
