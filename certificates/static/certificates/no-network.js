// The verification page without network: says what the square code says, and what nobody can say now.
import { check, codeIn, hoursIn } from "./compact.js";

const script = document.getElementById("script");
const EACH_MINUTE = 60000;

async function begin() {
  const place = chosenPlace();
  const keys = await kept();
  const code = codeIn(location.pathname);
  const { outcome, facts } = await check(code, location.hash.slice(1), keys.methods);
  document.documentElement.lang = place.lang;
  document.title = `${place.dataset.title} – Grenstaal`;
  place.hidden = false;
  place.querySelector(`[data-outcome="${outcome}"]`).hidden = false;
  if (facts) fill(place, code, facts);
  if (keys.at) {
    place.querySelector("[data-fact=keys]").textContent = day(place, keys.at);
    place.querySelector("[data-keys-of]").hidden = false;
  }
  place.querySelector("[data-again]").addEventListener("click", () => location.reload());
  addEventListener("online", () => location.reload());
  setInterval(async () => (await isBack()) && location.reload(), EACH_MINUTE);
}

/** The language that the address asks for, else the first of the browser's that we have, else the last. */
function chosenPlace() {
  const places = [...document.querySelectorAll("main > [lang]")];
  const wanted = [new URLSearchParams(location.search).get("lang"), ...navigator.languages];
  const found = wanted.map((one) => places.find((place) => one?.startsWith(place.lang))).find(Boolean);
  return found ?? places.at(-1);
}

/** The issuer's keys as the worker keeps them, and of when they are. */
async function kept() {
  try {
    const answer = await fetch(script.dataset.keys);
    const document = await answer.json();
    return { methods: document.verificationMethod ?? [], at: Date.parse(answer.headers.get("date")) };
  } catch {
    return { methods: [], at: 0 };
  }
}

const isBack = () => fetch(location.pathname, { method: "HEAD", cache: "no-store" }).then((answer) => answer.ok, () => false);

function fill(place, code, facts) {
  const say = (name, text) => { place.querySelector(`[data-fact="${name}"]`).textContent = text; };
  say("code", code.replace(/(.{4})(?=.)/g, "$1-"));
  for (const [skill, levels] of Object.entries(facts.levels)) say(skill, levels);
  say("hours", hoursIn(place.querySelector("[data-fact=hours]").dataset, facts.followed, facts.planned));
  const { pattern: days } = place.querySelector("[data-fact=dates]").dataset;
  say("dates", days.replace("FIRST", day(place, facts.first)).replace("LAST", day(place, facts.last)));
  say("issued", day(place, facts.issued));
  say("until", facts.until ? day(place, facts.until) : "–");
  place.querySelectorAll("[data-facts]").forEach((part) => { part.hidden = false; });
}

const day = (place, moment) =>
  new Intl.DateTimeFormat(place.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(moment));

begin();
