// A page that is opened at a finding shows its words; and the panel begins below the bar, however
// many lines that has.

export function useArrival() {
  if (document.readyState === "complete") bring();
  else addEventListener("load", bring);
  measure();
  document.addEventListener("shown", measure);
}

const sizes = new ResizeObserver(([bar]) => {
  const height = Math.round(bar.borderBoxSize[0].blockSize);
  document.documentElement.style.setProperty("--bar", `${height}px`);
});

function measure() {
  const bar = document.querySelector(".bar");
  if (bar) sizes.observe(bar);
}

// The marks are drawn when the frame has come, which is just before.
function bring() {
  requestAnimationFrame(() => {
    document.querySelector(".card.current")?.scrollIntoView({ block: "nearest" });
    document.querySelector(".marks a.current")?.scrollIntoView({ block: "center" });
  });
}
