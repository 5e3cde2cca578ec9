// On every page: copying a quotation, and the theme at once. Everything else works without this file.

const say = (text) => {
  const place = document.getElementById("said");
  place.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { place.textContent = ""; }, 4000);
};

const copy = async (button) => {
  const link = new URL(button.dataset.copyLink, location.href).href;
  try {
    await navigator.clipboard.writeText(`${button.dataset.copy}\n${link}`);
    say("Quotation copied, with speaker, date, outlet and link.");
  } catch {
    say("The browser does not let pages copy here. Select the words instead.");
  }
};

for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button);
});

document.addEventListener("htmx:load", (event) => {
  for (const button of event.target.querySelectorAll?.("[data-copy]") ?? []) button.hidden = false;
});

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-Token"] = document.querySelector("meta[name=csrf]").content;
});
