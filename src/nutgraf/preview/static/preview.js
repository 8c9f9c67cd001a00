// The page of a brief: links move between its states without loading it anew, and a save shows.

import { useArrival } from "./arrive.js";
import { useReading } from "./reading.js";
import { say, useCopy } from "./copy.js";
import { useHandle } from "./drag.js";
import { useFilter } from "./filter.js";
import { dressFrames } from "./frame.js";
import { useFrames } from "./inside.js";
import { useKeys } from "./keys.js";
import { listen } from "./live.js";
import { show } from "./navigate.js";
import { useVerify } from "./verify.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !url.pathname.startsWith("/brief/") || url.hash) return;
  event.preventDefault();
  show(url.href).then(() => reveal(link)).catch((error) => say(error.message.split("\n")[0]));
});
addEventListener("popstate", () => {
  show(location.href, { push: false }).catch(() => location.reload());
});

// What was chosen comes into view: the card, and the words in the email.
function reveal(link) {
  const card = document.querySelector(".card.current");
  const picked = link.closest(".marks, .margin, .card");
  if (!card || !picked) return;
  if (!picked.classList.contains("card")) card.scrollIntoView({ block: "nearest" });
  const words = document.querySelector(".marks a.current");
  if (words && !picked.classList.contains("marks")) words.scrollIntoView({ block: "center" });
}

dressFrames();
useFrames();
useKeys();
useFilter();
useHandle();
useCopy();
useArrival();
useReading();
useVerify();
listen();
