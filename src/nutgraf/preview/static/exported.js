// The page as a file: the frames fitted, the words marked, widths and findings by their links.

import { dressFrames, layOut } from "./frame.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-width]");
  if (!link) return;
  event.preventDefault();
  for (const one of document.querySelectorAll("a[data-width]")) one.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  document.getElementById("width").textContent = `${link.dataset.width} px`;
  document.querySelector(".canvas").style.setProperty("--width", `${link.dataset.width}px`);
  layOut();
});

// The address names what is chosen: its card, its note and its words stand out.
function choose() {
  const card = document.querySelector(".card:target");
  for (const one of document.querySelectorAll(".card, .margin li")) {
    const on = card && (one === card || (card.dataset.finding && one.dataset.finding === card.dataset.finding));
    one.classList.toggle("current", Boolean(on));
  }
  layOut();
  document.querySelector(".marks a.current")?.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", choose);
addEventListener("load", () => {
  dressFrames();
  choose();
});
dressFrames();
