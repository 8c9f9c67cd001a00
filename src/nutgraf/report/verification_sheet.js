(() => {
  const data = JSON.parse(document.getElementById("statements").textContent);
  const rows = [...document.querySelectorAll(".row")];
  const who = document.getElementById("who");
  const told = document.getElementById("told");
  const shelf = `nutgraf-verify-${data.key}`;
  // What is marked outlives a closed window, where the browser lets a file keep anything.
  const read = () => {
    try { return JSON.parse(localStorage.getItem(shelf)) || {}; } catch { return {}; }
  };
  const keep = () => {
    try { localStorage.setItem(shelf, JSON.stringify({ who: who.value, given })); } catch { /* not kept */ }
  };
  const before = read();
  const given = before.given || {};
  who.value = before.who || "";
  const two = (number) => String(number).padStart(2, "0");
  const now = () => {
    const at = new Date();
    const off = -at.getTimezoneOffset();
    const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    const hour = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
    const zone = `${off < 0 ? "-" : "+"}${two(Math.floor(Math.abs(off) / 60))}:${two(Math.abs(off) % 60)}`;
    return `${day}T${hour}${zone}`;
  };
  const field = (row, name) => row.querySelector(`[name=${name}]`);
  const show = () => {
    rows.forEach((row, at) => {
      const word = given[at];
      for (const button of row.querySelectorAll("[data-said]")) {
        button.setAttribute("aria-pressed", String(Boolean(word) && word.said === button.dataset.said));
      }
    });
    told.textContent = `${Object.keys(given).length} of ${rows.length} marked`;
  };
  const wants = (row, text) => { row.querySelector(".wants").textContent = text; };
  const say = (at, said) => {
    const row = rows[at];
    const note = field(row, "note").value.trim();
    wants(row, "");
    if (given[at] && given[at].said === said) {
      delete given[at];
    } else if (!note && (said === "query" || "why" in row.dataset)) {
      wants(row, said === "query" ? "Write what you ask the author." : "Something differs: write why it may stand.");
      field(row, "note").focus();
      return;
    } else {
      given[at] = { said, note, how: field(row, "how").value, at: now() };
    }
    keep();
    show();
  };
  const quoted = (text) => JSON.stringify(text).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028\u2029\u202a-\u202e\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const line = (one, word) => {
    const parts = [`file: ${quoted(one.file)}`, `said: ${word.said}`, `by: ${quoted(who.value.trim())}`, `at: ${word.at}`];
    if (word.said === "verified") parts.push(`how: ${word.how}`);
    if (word.note) parts.push(`note: ${quoted(word.note)}`);
    parts.push(`words: ${quoted(one.words)}`, `claim: ${one.claim}`);
    if (one.instead) parts.push(`instead: ${one.instead}`);
    if (word.said === "verified" && one.passages.length) {
      const held = one.passages.map((p) => `{source: ${quoted(p.source)}, hash: ${p.hash}, text: ${quoted(p.text)}}`);
      parts.push(`passages: [${held.join(", ")}]`);
    }
    return `- {${parts.join(", ")}}\n`;
  };
  const save = () => {
    if (!who.value.trim()) {
      told.textContent = "Say who you are first.";
      who.focus();
      return;
    }
    const lines = Object.keys(given).map((at) => line(data.statements[at], given[at]));
    const text = `# Take it in: nutgraf verify --import THIS-FILE\n${lines.join("")}`;
    const link = document.createElement("a");
    const name = who.value.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = `${data.name}-${name}.yaml`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const step = (by) => {
    const at = rows.indexOf(document.activeElement.closest(".row"));
    const next = rows[at < 0 ? 0 : at + by];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
  };
  rows.forEach((row, at) => {
    for (const button of row.querySelectorAll("[data-said]")) {
      button.addEventListener("click", () => say(at, button.dataset.said));
    }
    if (given[at]) {
      field(row, "note").value = given[at].note;
      field(row, "how").value = given[at].how;
    }
    for (const name of ["note", "how"]) {
      field(row, name).addEventListener("change", () => {
        if (!given[at]) return;
        given[at] = { ...given[at], [name]: field(row, name).value.trim(), at: now() };
        keep();
      });
    }
  });
  who.addEventListener("change", keep);
  document.getElementById("save").addEventListener("click", save);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select")) {
      if (event.key === "Escape") event.target.closest(".row")?.focus();
      return;
    }
    const at = rows.indexOf(document.activeElement.closest(".row"));
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (at >= 0 && event.key === "v") { event.preventDefault(); say(at, "verified"); }
    else if (at >= 0 && event.key === "q") { event.preventDefault(); say(at, "query"); }
  });
  show();
})();
