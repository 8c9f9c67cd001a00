// Finds words in a document as people read them: white space and the numbers of sources between
// sentences do not count.

const SKIPPED = new Set(["STYLE", "SCRIPT", "TITLE", "HEAD"]);

// The letters of a document in a row, and for each the text node and offset it stands at.
export function readLetters(doc) {
  const letters = [];
  const spots = [];
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (SKIPPED.has(node.parentElement?.tagName) || isHidden(node)) continue;
    const text = node.data;
    for (let at = 0; at < text.length; at += 1) {
      const letter = fold(text[at]);
      if (letter) {
        letters.push(letter);
        spots.push([node, at]);
      }
    }
  }
  return { text: letters.join(""), spots };
}

// The range of `words` in what was read, from the letter `from` on; null where they are not.
export function findWords(read, words, from = 0, until = Infinity) {
  const wanted = foldAll(words);
  if (!wanted) return null;
  const at = read.text.indexOf(wanted, from);
  if (at < 0 || at + wanted.length > until) return null;
  return { from: at, until: at + wanted.length };
}

export function rangeOf(read, found) {
  const [first, start] = read.spots[found.from];
  const [last, end] = read.spots[found.until - 1];
  const range = first.ownerDocument.createRange();
  range.setStart(first, start);
  range.setEnd(last, end + 1);
  return range;
}

function isHidden(node) {
  const style = node.parentElement?.getAttribute("style") || "";
  return /display:\s*none/.test(style) || /max-height:\s*0/.test(style);
}

// Quotation marks and dashes are folded, white space and invisible characters left out.
function fold(character) {
  if (/[\s\u00ad\u200b-\u200f\u034f\u2060\ufeff]/.test(character)) return "";
  if ("“”„«»".includes(character)) return '"';
  if ("‘’‚".includes(character)) return "'";
  if ("‐‑–—".includes(character)) return "-";
  return character.toLowerCase().slice(0, 1);
}

function foldAll(words) {
  return Array.from(words, fold).join("");
}
