// Filters the list of the panel by words.

export function useFilter() {
  document.addEventListener("input", (event) => {
    if (event.target.id === "filter") filter();
  });
  document.addEventListener("shown", filter);
}

function filter() {
  const wanted = document.getElementById("filter")?.value.trim().toLowerCase() || "";
  for (const card of document.querySelectorAll(".cards .card")) {
    card.hidden = Boolean(wanted) && !card.textContent.toLowerCase().includes(wanted);
  }
}
