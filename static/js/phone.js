// Everything works without this file. It notes what the telephone's clock says, beside the time of the server.
for (const form of document.querySelectorAll("[data-clock]")) {
  form.addEventListener("submit", () => {
    form.elements.said_at.value = new Date().toISOString();
  });
}
