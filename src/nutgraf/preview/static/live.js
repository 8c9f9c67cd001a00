// Shows what changed in the workspace as soon as the server tells.

import { refresh } from "./navigate.js";

export function listen() {
  const events = new EventSource("/events");
  let version = Number(document.body.dataset.version);
  events.onmessage = async (message) => {
    offline(false);
    const told = JSON.parse(message.data).version;
    if (told === version) return;
    version = told;
    try {
      await refresh();
    } catch {
      offline(true);
    }
  };
  events.onerror = () => offline(true);
  events.onopen = () => offline(false);
  addEventListener("pagehide", () => events.close());
}

function offline(is) {
  const told = document.getElementById("offline");
  if (told) told.hidden = !is;
}
