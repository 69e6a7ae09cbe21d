// With network: the page stays at hand for a day without it, and the square code is held against the certificate it leads to.
const script = document.getElementById("square");

navigator.serviceWorker?.register(script.dataset.worker).catch(() => {});
fetch(script.dataset.keys, { cache: "no-cache" }).catch(() => {}); // the worker keeps it

const known = document.querySelector("[data-square]");
const text = location.hash.slice(1);
if (known && /^[A-Z2-7]{100,}$/.test(text) && window.crypto?.subtle) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  known.hidden = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === known.dataset.square;
}
