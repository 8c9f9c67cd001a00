// Moves between the states of a page: the address is fetched, and what differs is put in place, so
// that the scroll position, the selection and the focus stay.

import { dressFrames } from "./frame.js";
import { Idiomorph } from "./vendor/idiomorph.js";

let asked = 0;
let heading = null; // the address that was chosen and is not there yet

export async function show(address, { push = true, frames = true } = {}) {
  const number = (asked += 1);
  const url = new URL(address, location.href);
  heading = url.href;
  try {
    const answer = await fetch(url, { headers: { accept: "text/html" } });
    const text = await answer.text();
    if (number !== asked) return; // a later one is under way
    if (!answer.ok) throw new Error(text);
    if (push && url.href !== location.href) history.pushState(null, "", url);
    await put(new DOMParser().parseFromString(text, "text/html"), frames);
  } finally {
    if (number === asked) heading = null;
  }
}

// What a save changed: the digest first, which is what the writer looks at, then the rest.
export async function refresh() {
  const frames = [...document.querySelectorAll("iframe.email")];
  await Promise.all(frames.map((frame) => putFrame(frame, frame.dataset.shown || frame.src)));
  dressFrames();
  // Who has just clicked is taken there, not kept here by what a save or a check changed.
  const there = heading;
  await show(there ?? location.href, { push: there !== null, frames: there !== null });
}

async function put(fresh, withFrames) {
  const frames = withFrames ? keepFrames(fresh) : [];
  const open = document.querySelector("details.menu[open]")?.id;
  document.title = fresh.title;
  Idiomorph.morph(document.body, fresh.body, {
    morphStyle: "outerHTML",
    callbacks: { beforeAttributeUpdated: keeps, beforeNodeMorphed: (old) => !isOurs(old) },
  });
  // A menu closes with the choice that was made in it, and not under the hand of who chooses.
  if (open) document.getElementById(open)?.toggleAttribute("open", !withFrames);
  await Promise.all(frames.map(([frame, src]) => putFrame(frame, src)));
  dressFrames();
  document.dispatchEvent(new CustomEvent("shown"));
}

// What scripts have drawn or set, and what is being typed, is theirs.
function isOurs(node) {
  if (node.id === "filter" || node.id === "offline" || node.id === "said") return true;
  if (node.matches?.(".verify input, .verify select")) return true;
  return node.classList?.contains("marks") || (node.id === "help" && node.open);
}

function keeps(name, node) {
  if (node.matches?.("iframe.email") && (name === "style" || name === "src")) return false;
  if (node.matches?.("iframe.email, .margin, .margin li") && /^data-(heard|shown)$/.test(name)) return false;
  if (node.matches?.(".margin li, .margin") && name === "style") return false;
  return true;
}

// Frames that stay: their documents are changed in place, so that they do not blink.
function keepFrames(fresh) {
  const old = [...document.querySelectorAll("iframe.email")];
  const wanted = [...fresh.querySelectorAll("iframe.email")].map((one) => one.getAttribute("src"));
  return old.slice(0, wanted.length).map((frame, at) => [frame, wanted[at]]);
}

async function putFrame(frame, src) {
  if (!frame.isConnected || !src) return;
  const answer = await fetch(src);
  const doc = frame.contentDocument;
  if (!answer.ok || !doc?.body) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  frame.dataset.shown = src;
  // Most saves change words alone, and styles take long to be put in place.
  if (doc.head.innerHTML === fresh.head.innerHTML) Idiomorph.morph(doc.body, fresh.body);
  else Idiomorph.morph(doc.documentElement, fresh.documentElement, { head: { style: "morph" } });
}
