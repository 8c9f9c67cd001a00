(() => {
  const rows = [...document.querySelectorAll(".row")];
  const buttons = [...document.querySelectorAll("nav button")];
  const search = document.querySelector("nav input");
  const told = document.querySelector("#told");
  const shown = () => rows.filter((row) => !row.hidden);
  const choose = () => {
    const on = buttons.find((button) => button.getAttribute("aria-pressed") === "true");
    const want = on ? on.dataset.show : "all";
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const kind = want === "all" || row.dataset.kinds.split(" ").includes(want);
      const text = row.textContent.toLowerCase();
      row.hidden = !(kind && words.every((word) => text.includes(word)));
    }
    for (const group of document.querySelectorAll("section")) {
      group.hidden = ![...group.querySelectorAll(".row")].some((row) => !row.hidden);
    }
    told.textContent = `${shown().length} of ${rows.length} shown`;
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      choose();
    });
  }
  search.addEventListener("input", choose);
  const step = (by) => {
    const list = shown();
    const at = list.indexOf(document.activeElement.closest(".row"));
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      if (event.key === "Escape") search.blur();
      return;
    }
    const number = Number(event.key);
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); search.focus(); }
    else if (number >= 1 && number <= buttons.length) buttons[number - 1].click();
  });
  choose();
})();
