// Compares a chosen PDF with the fingerprint of the issued file, here: the file does not leave the device.
// Where the browser cannot (no secure address, an old one), and for a credential alone, the form is sent as usual.
const form = document.querySelector("form[data-file-check]");

if (form && window.crypto?.subtle) {
  form.addEventListener("submit", async (event) => {
    const file = form.querySelector("input[type=file]").files[0];
    if (!file || file.size === 0 || file.name.toLowerCase().endsWith(".json")) return;
    event.preventDefault();
    let content;
    try {
      content = await file.arrayBuffer();
    } catch {
      form.submit();
      return;
    }
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    show(sha256 === form.dataset.fileCheck);
  });
}

function show(isSame) {
  const section = form.closest("section");
  const [same, other] = [section.querySelector("[data-file-same]"), section.querySelector("[data-file-other]")];
  same.hidden = !isSame;
  other.hidden = isSame;
  (isSame ? same : other).scrollIntoView({ block: "nearest" });
}
