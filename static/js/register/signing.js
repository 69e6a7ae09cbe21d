// With network: one person's page on the tablet. Without this file the name is typed; with it people draw, and
// the signature is on the device before it leaves, so that no failing network can lose it.
import { pad } from "./pen.js";
import { told } from "./say.js";
import * as store from "./store.js";

const form = document.querySelector("[data-signing]");
const { drawing, change_id: number, said_at: clock, name, it_is_me: confirmed } = form.elements;
const field = form.querySelector("[data-pad]");

function begin() {
  pad(field, { before: drawing.value, onchange: (text) => (drawing.value = text) });
  field.hidden = false;
  form.addEventListener("submit", keepFirst);
}

async function keepFirst(event) {
  clock.value = new Date().toISOString();
  const isWhole = drawing.value || (name.value.trim() && confirmed.checked);
  if (!isWhole || !store.isPossible() || store.holder() === null) return;
  event.preventDefault();
  await store.add({
    ...told.signing,
    uid: number.value,
    kind: "SIGNATURE",
    seen: told.signing.said,
    method: drawing.value ? "DRAWN" : "TYPED",
    written: drawing.value || name.value.trim(),
    made_at: clock.value,
    isOnItsWay: true,
  });
  form.submit();
}

begin();
