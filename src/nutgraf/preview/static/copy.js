// Copies a digest as it goes out.

export function useCopy() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    button.closest("details").open = false;
    try {
      const answer = await fetch(button.dataset.copy);
      if (!answer.ok) throw new Error(await answer.text());
      await write(await answer.text());
      say(`Copied ${button.textContent.trim()}`);
    } catch (error) {
      say(`Not copied: ${error.message.split("\n")[0]}`);
    }
  });
}

async function write(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

let clearing = 0;

export function say(text) {
  const told = document.getElementById("said");
  if (!told) return;
  told.textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => { told.textContent = ""; }, 4000);
}
