// The keyboard: what each key does is listed on the page under `?`.

const CLICKS = {
  e: "#view-email", t: "#view-text", m: "#view-markdown", i: "#view-inbox", h: "#view-headers",
  1: "#width-desktop", 2: "#width-tablet", 3: "#width-phone",
  g: "#images", c: "#panel-check", l: "#panel-claims", s: "#panel-sources", z: "#panel-size",
  o: ".card.current .open",
};

export function useKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest?.("input, textarea, select");
    if (typing && event.key !== "Escape") return;
    if (act(event.key)) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#help-button")) document.getElementById("help").showModal();
    const menu = event.target.closest("details.menu");
    for (const open of document.querySelectorAll("details.menu[open]")) {
      if (open !== menu) open.open = false;
    }
  });
}

function act(key) {
  const help = document.getElementById("help");
  if (help?.open) return false;
  if (key === "?") help?.showModal();
  else if (key === "/") document.getElementById("filter")?.focus();
  else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (key === "d") other("[id^=scheme-]")?.click();
  else if (key === "f") other("a.format")?.click();
  else if (key === "b") other("a.beside")?.click();
  else if (key === "Escape") letGo();
  else if (CLICKS[key]) document.querySelector(CLICKS[key])?.click();
  else return false;
  return true;
}

// The one behind the one that is chosen, round and round.
function other(selector) {
  const all = [...document.querySelectorAll(selector)];
  const at = all.findIndex((one) => one.hasAttribute("aria-current"));
  return all[(at + 1) % all.length];
}

function step(by) {
  const cards = [...document.querySelectorAll(".cards .card")].filter((one) => !one.hidden);
  if (!cards.length) return;
  const at = cards.findIndex((one) => one.classList.contains("current"));
  const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by;
  cards[Math.min(Math.max(next, 0), cards.length - 1)]?.querySelector(
    ".pick:not([aria-current])",
  )?.click();
}

function letGo() {
  const open = document.querySelector("details.menu[open]");
  const filter = document.getElementById("filter");
  if (open) open.open = false;
  else if (filter && document.activeElement === filter) {
    filter.value = "";
    filter.dispatchEvent(new Event("input", { bubbles: true }));
    filter.blur();
  } else document.querySelector(".card.current .pick")?.click();
}
