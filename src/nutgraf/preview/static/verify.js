// A person's word on a statement: sent to the server, which keeps it beside the file.

import { say } from "./copy.js";
import { refresh } from "./navigate.js";

export function useVerify() {
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest?.("form.verify");
    if (!form) return;
    event.preventDefault();
    const said = event.submitter?.value || "verified";
    const note = form.elements.note.value.trim();
    if (said === "query" && !note) {
      form.elements.note.focus();
      say("write what you ask the author");
      return;
    }
    const { path, claim } = form.dataset;
    const token = document.querySelector("meta[name=nutgraf-token]").content;
    const answer = await fetch(`/verify/${encodeURIComponent(document.body.dataset.brief)}`, {
      method: "POST",
      headers: { "x-nutgraf-token": token, "content-type": "application/json" },
      body: JSON.stringify({ path, claim, said, how: form.elements.how.value, note }),
    });
    if (!answer.ok) {
      say((await answer.text()).trim().split("\n").join(": "));
      return;
    }
    form.elements.note.value = "";
    await refresh();
  });
}
