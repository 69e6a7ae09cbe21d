// The one file for use without network: takes a file or the text of a square code, says what holds. Nothing leaves the device.
import { check, codeIn, hoursIn } from "../compact.js";
import { credentialIn } from "./enclosed.js";
import { judge, proofOf, saidBy } from "./proof.js";

const { methods, contexts, made } = JSON.parse(document.getElementById("data").textContent);
const LARGEST = 2 * 1024 * 1024; // bytes, as the site takes them
const DAY = 86400000; // milliseconds
const HERE = "Europe/Paris";
const places = [...document.querySelectorAll("main > [lang]")];

function begin() {
  const found = navigator.languages.map((one) => places.find((place) => one.startsWith(place.lang))).find(Boolean);
  choose((found ?? places[0]).lang);
  document.querySelectorAll("[data-choose]").forEach((button) =>
    button.addEventListener("click", () => choose(button.dataset.choose)));
  for (const place of places) {
    place.querySelector("[data-fact=made]").textContent = day(place, made, HERE);
    const [form, file] = [place.querySelector("form"), place.querySelector("input[type=file]")];
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      file.value = "";
      aboutText(form.querySelector("textarea").value);
    });
    file.addEventListener("change", () => file.files[0] && aboutFile(file.files[0]));
  }
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const { files } = event.dataTransfer;
    if (files[0]) aboutFile(files[0]);
    else aboutText(event.dataTransfer.getData("text"));
  });
}

function choose(language) {
  document.documentElement.lang = language;
  for (const place of places) place.hidden = place.lang !== language;
  document.title = places.find((place) => !place.hidden).dataset.title;
  document.querySelectorAll("[data-choose]").forEach((button) =>
    button.setAttribute("aria-pressed", button.dataset.choose === language));
}

async function aboutFile(file) {
  if (file.size > LARGEST) return show("large");
  let content;
  try {
    content = new Uint8Array(await file.arrayBuffer());
  } catch {
    return show("none");
  }
  aboutCredential(await credentialIn(content));
}

async function aboutCredential(credential) {
  if (!credential) return show("none");
  const outcome = await judge(credential, { methods, contexts, now: Date.now() });
  const known = methods.find((one) => one.id === proofOf(credential)?.verificationMethod);
  if (["good", "expired", "compromised"].includes(outcome)) show(outcome, credentialLines(saidBy(credential), known));
  else show(outcome);
}

async function aboutText(text) {
  const trimmed = text.trim();
  if (trimmed.startsWith("{")) return aboutCredential(await credentialIn(new TextEncoder().encode(trimmed)));
  const [, path, fragment] = /^(?:https?:\/\/[^/]*)?([^#]*)#?(.*)$/i.exec(trimmed.replace(/\s+/g, "")) ?? [];
  let code;
  try {
    code = codeIn(path ?? "");
  } catch {
    return show("bad");
  }
  const { outcome, facts, method } = await check(code, fragment?.toUpperCase(), methods);
  const isPast = outcome === "good" && facts.until && facts.until + DAY < Date.now();
  show(isPast ? "expired" : outcome, facts && squareLines(code, facts, method));
}

/** A function of the place (the words of one language) that gives what stands on each line. */
const credentialLines = (said, method) => (place) => [
  ["name", said.name], ["course", part(place, said.course)], ["provider", said.provider], ["code", said.code],
  ...said.results.map(([name, value]) => [null, inWords(place, value), part(place, name)]),
  ["dates", days(place, said, HERE)], ["issued", day(place, said.issued, HERE)],
  ["until", said.until ? day(place, said.until, HERE) : "–"], ["key", keyState(place, method)],
];

const squareLines = (code, facts, method) => (place) => [
  ["code", code.replace(/(.{4})(?=.)/g, "$1-")],
  ...Object.entries(facts.levels).reverse(), // read from their end
  ["hours", hoursOf(place, facts.followed, facts.planned)],
  ["dates", days(place, facts, "UTC")], ["issued", day(place, facts.issued, "UTC")],
  ["until", facts.until ? day(place, facts.until, "UTC") : "–"], ["key", keyState(place, method)],
];

const hoursOf = (place, followed, planned) => hoursIn(place.querySelector("template").dataset, followed, planned);

/** Our credentials write hours once, “105 h 30 / 120 h”; every other result stands as it was signed. */
function inWords(place, value) {
  const found = /^(\d+)\s*h(?:\s*(\d\d))? \/ (\d+)\s*h(?:\s*(\d\d))?$/.exec(value);
  if (!found) return value;
  const [followed, followedRest, planned, plannedRest] = found.slice(1).map((each) => Number(each ?? 0));
  return hoursOf(place, followed * 60 + followedRest, planned * 60 + plannedRest);
}

/** Our credentials say both languages at once, “français | Nederlands”. */
const part = (place, text) => text.split(" | ")[{ fr: 0, nl: 1 }[place.lang]] ?? text;

const day = (place, moment, zone) =>
  new Intl.DateTimeFormat(place.lang, { dateStyle: "long", timeZone: zone }).format(new Date(moment));

const days = (place, { first, last }, zone) =>
  place.querySelector("template").dataset.dates.replace("FIRST", day(place, first, zone)).replace("LAST", day(place, last, zone));

function keyState(place, { expires, revoked }) {
  const { dataset } = place.querySelector("template");
  if (revoked) return dataset.keyRevoked;
  return expires ? dataset.keyRetired.replace("DAY", day(place, expires, HERE)) : dataset.keyActive;
}

/** One outcome in every language, so that another language may be chosen afterwards. */
function show(outcome, lines) {
  for (const place of places) {
    const [answer, sheet] = [place.querySelector("[data-answer]"), place.querySelector("[data-facts]")];
    answer.hidden = false;
    place.querySelectorAll("[data-outcome]").forEach((each) => { each.hidden = each.dataset.outcome !== outcome; });
    sheet.replaceChildren(...(lines ? lines(place) : []).map(([name, text, label]) => line(place, name, text, label)));
    place.querySelector("[data-said]").hidden = !lines;
  }
  const shown = places.find((place) => !place.hidden).querySelector("[data-answer]");
  shown.focus();
  shown.scrollIntoView({ block: "start" });
}

function line(place, name, text, label) {
  const [row, term, value] = ["div", "dt", "dd"].map((tag) => document.createElement(tag));
  term.textContent = label ?? place.querySelector("template").content.querySelector(`[data-label="${name}"]`).textContent;
  value.textContent = text;
  row.append(term, value);
  return row;
}

begin();
