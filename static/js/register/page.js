// On a trainer's page that came from the network: the registers come onto the device, what waits goes to
// Grenstaal, and a tap is on the device before it leaves. When the network fails, the device takes over.
import { refusedNotes } from "./refused.js";
import { told, whereSaved } from "./say.js";
import * as store from "./store.js";
import { synchronise } from "./sync.js";

const EACH_MINUTE = 60000;
const MINUTES = ["minutes_late", "minutes_left_early"];
const language = document.documentElement.lang;
const onTheirWay = new WeakMap(); // a form: the id of its change
const goesRound = document.querySelector(".signing") !== null; // others hold the tablet: no names of anybody
const isSigning = document.querySelector("[data-signing]") !== null;
const refusals = document.createElement("div");

async function begin() {
  if (!store.isPossible()) return;
  navigator.serviceWorker.register(told.worker).then(beTakenIn);
  await store.land(answered());
  await store.become(told.user);
  document.getElementById("saved").after(refusals);
  await exchange();
  window.addEventListener("online", exchange);
  window.addEventListener("offline", () => say({ state: "offline" }));
  setInterval(async () => (await store.waiting()).length && exchange(), EACH_MINUTE);
  document.body.addEventListener("htmx:confirm", keepFirst);
  document.body.addEventListener("htmx:configRequest", giveId);
  document.body.addEventListener("htmx:afterRequest", arrived);
}

/** A page that was opened while the worker was being installed missed its call: it asks for another. */
async function beTakenIn() {
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) active.postMessage("claim");
}

/** The signature that Grenstaal has taken, or the one of which this page says what was wrong with it. */
const answered = () => [
  new URLSearchParams(location.search).get("signed"),
  document.querySelector("[data-signing] [name=change_id]")?.value,
];

async function exchange() {
  const result = await synchronise(told, told.register ? [told.register] : [], told.words.not_yours);
  if (result.sent && result.state === "saved" && told.register && !isSigning) return location.reload();
  await say(result);
  if (!goesRound) await showRefused();
}

async function showRefused() {
  const kept = (await store.changes()).filter((one) => one.sentence);
  const elsewhere = ((await store.facts())?.refused ?? []).filter((one) => one.half_day !== told.register);
  const read = (one) => store.drop(one.seq).then(showRefused);
  refusals.className = kept.length || elsewhere.length ? "stack refusals" : "";
  refusals.replaceChildren(
    ...refusedNotes({ kept, elsewhere }, { words: told.words, sprite: told.icons, today: told.today, read }));
}

async function say({ state }) {
  const line = document.getElementById("saved");
  const waiting = (await store.changes()).filter((one) => !one.sentence);
  line.textContent = whereSaved(told.words, language, { state, waiting, at: new Date() });
  line.hidden = false;
}

// A tap on the register

/** A mark is written down here before it is sent, so that no failing network can lose it. */
async function keepFirst(event) {
  const { elt: form, triggeringEvent, issueRequest } = event.detail;
  if (!form.matches("form[data-mark]") || !triggeringEvent) return;
  const fields = new FormData(form, triggeringEvent.submitter);
  if (MINUTES.some((one) => !/^\d*$/.test(fields.get(one) ?? ""))) return; // the page says what is wrong
  event.preventDefault();
  const change = noted(fields, form.closest("[data-name]").dataset.name);
  await store.add(change);
  onTheirWay.set(form, change.uid);
  issueRequest(true);
}

/** The change that this form is, in the words of the device. */
function noted(fields, name) {
  const minutes = MINUTES.map((one) => Number(fields.get(one)));
  const said = fields.get("absence_code") || (minutes.some(Boolean) ? minutes.join("+") : "");
  return {
    uid: crypto.randomUUID(),
    half_day: told.register,
    enrolment: Number(fields.get("enrolment")),
    kind: "MARK",
    said,
    seen: fields.get("seen") ?? "",
    made_at: new Date().toISOString(),
    name,
    isOnItsWay: true, // sent by an exchange too, it would draw the page anew under a thumb
  };
}

function giveId(event) {
  const uid = onTheirWay.get(event.detail.elt);
  if (uid) event.detail.parameters.uid = uid;
}

/**
 * Grenstaal has answered: it has the mark, or the page says why not. Else (no network, or somebody else's
 * answer, like the page to sign in) it waits on the device, and the page comes again.
 */
async function arrived(event) {
  const { successful, xhr, pathInfo, requestConfig } = event.detail;
  const uid = onTheirWay.get(requestConfig.elt);
  if (!uid) return;
  onTheirWay.delete(requestConfig.elt);
  const isAnswered = successful && new URL(xhr.responseURL).pathname === pathInfo.requestPath;
  if (isAnswered) {
    await store.dropByUid(uid);
    await exchange();
  } else location.reload();
}

begin();
