// Signing out: what only this device knows is said first; then nothing of anybody stays on it.
import * as store from "./store.js";

const warning = document.getElementById("leaving");

async function begin() {
  if (!store.isPossible() || store.holder() === null) return;
  const number = (await store.waiting()).length;
  if (warning && number) {
    warning.querySelector("[data-number]").textContent = number;
    warning.hidden = false;
  }
  document.querySelectorAll("form[data-leaves]").forEach((form) => form.addEventListener("submit", leave));
}

async function leave(event) {
  event.preventDefault();
  const form = event.target;
  if (!warning && (await store.waiting()).length) return location.assign(form.action);
  await store.wipe();
  form.submit();
}

begin();
