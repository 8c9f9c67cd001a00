// The frame's right edge: dragged with the pointer, moved with the arrow keys.

import { layOut } from "./frame.js";

const NARROWEST = 240;
const WIDEST = 1600;
const STEP = 20;

export function useHandle() {
  document.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest?.(".handle");
    if (!handle) return;
    event.preventDefault();
    const canvas = handle.closest(".canvas");
    const from = event.clientX;
    const width = handle.parentElement.getBoundingClientRect().width;
    document.body.classList.add("dragging");
    handle.setPointerCapture(event.pointerId);
    const move = (moved) => set(canvas, width + moved.clientX - from);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => {
      handle.removeEventListener("pointermove", move);
      document.body.classList.remove("dragging");
      keep(canvas);
    }, { once: true });
  });
  document.addEventListener("keydown", (event) => {
    const handle = event.target.closest?.(".handle");
    if (!handle || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    const canvas = handle.closest(".canvas");
    const width = handle.parentElement.getBoundingClientRect().width;
    set(canvas, width + (event.key === "ArrowRight" ? STEP : -STEP));
    keep(canvas);
  });
}

function set(canvas, width) {
  const pixels = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
  canvas.style.setProperty("--width", `${pixels}px`);
  const told = document.getElementById("width");
  if (told) told.textContent = `${pixels} px`;
  layOut();
}

// The address tells the width, as it tells everything else.
function keep(canvas) {
  const url = new URL(location.href);
  url.searchParams.set("width", String(parseInt(canvas.style.getPropertyValue("--width"), 10)));
  history.replaceState(null, "", url);
}
