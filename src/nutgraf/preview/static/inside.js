// What is pressed inside a frame: links lead nowhere but within the email, and keys do there what
// they do outside.

const heard = new WeakSet();

export function useFrames() {
  // `load` does not bubble, but it can be caught on its way down.
  document.addEventListener("load", (event) => listenIn(event.target), true);
  for (const frame of document.querySelectorAll("iframe")) listenIn(frame);
}

function listenIn(frame) {
  const inside = frame.tagName === "IFRAME" ? frame.contentDocument : null;
  if (!inside || heard.has(inside)) return;
  heard.add(inside);
  inside.addEventListener("click", stay);
  inside.addEventListener("keydown", passOn);
}

function stay(event) {
  const link = event.target.closest?.("a[href]");
  if (!link) return;
  event.preventDefault();
  const href = link.getAttribute("href");
  if (!href.startsWith("#")) return;
  const name = decodeURIComponent(href.slice(1));
  event.view.document.getElementById(name)?.scrollIntoView({ block: "center" });
}

function passOn(event) {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const same = new KeyboardEvent("keydown", { key, ctrlKey, metaKey, altKey, shiftKey, cancelable: true });
  if (!document.dispatchEvent(same)) event.preventDefault();
}
