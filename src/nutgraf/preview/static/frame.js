// The email's frame: as tall as what is in it, with the words of findings marked and their notes
// beside them. Nothing in the frame can run, and nothing in it is changed: the marks lie over it.

import { findWords, rangeOf, readLetters } from "./words.js";

const GAP = 6; // pixels between two notes

let watching = null;

export function dressFrames() {
  watching?.disconnect();
  watching = new ResizeObserver(() => layOut());
  for (const frame of document.querySelectorAll("iframe.email")) {
    if (!frame.dataset.heard) {
      frame.dataset.heard = "true";
      frame.addEventListener("load", () => layOut());
    }
    watching.observe(frame);
  }
  layOut();
}

export function layOut() {
  for (const frame of document.querySelectorAll("iframe.email")) {
    const doc = frame.contentDocument;
    if (!doc?.body || !doc.documentElement) continue;
    fit(frame, doc);
  }
  const frame = document.querySelector("iframe.email");
  if (frame?.contentDocument?.body) place(frame, frame.contentDocument);
}

function fit(frame, doc) {
  doc.documentElement.style.overflow = "hidden";
  const height = Math.ceil(doc.body.getBoundingClientRect().height);
  const wanted = `${Math.max(height, 120)}px`;
  if (frame.style.height !== wanted) frame.style.height = wanted;
}

function place(frame, doc) {
  const marks = frame.parentElement.querySelector(".marks");
  const notes = [...document.querySelectorAll(".margin li")];
  const read = readLetters(doc);
  const drawn = [];
  const tops = new Map();
  const used = new Map();
  for (const note of notes) {
    const found = locate(read, note.dataset.said, note.dataset.words, used);
    if (!found) continue;
    const rects = [...rangeOf(read, found).getClientRects()].filter((one) => one.width > 1);
    if (!rects.length) continue;
    tops.set(note, rects[0].top);
    drawn.push(...rects.map((rect) => mark(rect, note.className, note.dataset.finding, note)));
  }
  const claim = document.querySelector(".card.current[data-claim]");
  if (claim) {
    const found = findWords(read, claim.dataset.said);
    if (found) {
      const kind = claim.classList.contains("match") ? "match current" : "warning current";
      const rects = [...rangeOf(read, found).getClientRects()].filter((one) => one.width > 1);
      drawn.push(...rects.map((rect) => mark(rect, kind, "", claim)));
    }
  }
  marks.replaceChildren(...drawn);
  spread(notes, tops);
}

// The words of a finding within those of its claim; equal claims are taken in their order.
function locate(read, said, words, used) {
  const whole = findWords(read, said, used.get(said) || 0) || findWords(read, said);
  if (!whole) return words ? findWords(read, words) : null;
  if (!words) return null;
  return findWords(read, words, whole.from, whole.until) || whole;
}

function mark(rect, kind, finding, from) {
  const link = document.createElement("a");
  link.className = kind;
  // What it leads to is asked when it is clicked: the note beside it may have changed by then.
  link.addEventListener("click", () => from.querySelector("a").click());
  link.dataset.mark = finding;
  Object.assign(link.style, {
    left: `${rect.left - 1}px`,
    top: `${rect.top}px`,
    width: `${rect.width + 2}px`,
    height: `${rect.height}px`,
  });
  return link;
}

// Each note at the height of its words, or below the one before it; those without words on top.
function spread(notes, tops) {
  const column = document.querySelector(".margin");
  if (!column) return;
  column.classList.add("placed");
  const order = [...notes].sort((one, other) => (tops.get(one) ?? -1) - (tops.get(other) ?? -1));
  let free = 0;
  for (const note of order) {
    const top = Math.max(free, tops.get(note) ?? 0);
    note.style.top = `${top}px`;
    free = top + note.offsetHeight + GAP;
  }
  column.style.minHeight = `${free}px`;
}
