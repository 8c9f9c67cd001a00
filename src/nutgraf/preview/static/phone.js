// The page with the code for a phone: makes a new one.

document.getElementById("renew").addEventListener("click", async () => {
  const token = document.querySelector("meta[name=nutgraf-token]").content;
  await fetch("/phone", { method: "POST", headers: { "x-nutgraf-token": token } });
  location.reload();
});
