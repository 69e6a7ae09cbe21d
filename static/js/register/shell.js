// The page without network: the trainer's day or one register, drawn from the device.
import { draw, icon } from "./draw.js";
import { namesPage, signPage } from "./handround.js";
import { asNoted, isAbsent, isExpectedAway, noteOn, unsigned } from "./people.js";
import { personRow } from "./person.js";
import { refusedNotes } from "./refused.js";
import { fill, inWords, told, whereSaved, clock } from "./say.js";
import * as store from "./store.js";
import { synchronise } from "./sync.js";

const LARGE_GROUP = 15;
const EACH_MINUTE = 60000;
const CALM = 15000; // milliseconds between two attempts to come back
const SIGNING = /half-days\/\d+\/sign\/(?:(\d+)\/)?$/; // the names, or one person
const page = { language: "fr", words: {}, codes: [], elsewhere: [], hasSigned: "", result: { state: "offline", at: new Date() } };

async function begin() {
  if (!store.isPossible()) return;
  await store.land([]);
  const facts = await store.facts();
  page.language = facts?.language ?? (navigator.language.startsWith("nl") ? "nl" : "fr");
  page.words = told.words[page.language] ?? told.words.fr;
  page.codes = facts?.codes ?? [];
  page.elsewhere = facts?.refused ?? [];
  document.documentElement.lang = page.language;
  await redraw();
  window.addEventListener("online", comeBack);
  window.addEventListener("popstate", () => redraw());
  await comeBack();
  setInterval(async () => (await store.waiting()).length && comeBack(), EACH_MINUTE);
}

/** The network is back: everything goes there, and the page itself comes from there again, but not over and
 * over where it hardly is one, and not under the hand of somebody who signs. */
async function comeBack() {
  const isBack = await exchange();
  if (!isBack || isSigning() || Date.now() - Number(sessionStorage.cameBack ?? 0) < CALM) return;
  sessionStorage.cameBack = Date.now();
  location.replace(location.pathname); // not again what a form had sent
}

/** @returns whether everything has reached Grenstaal */
async function exchange() {
  const result = await synchronise(told, here() ? [here()] : [], page.words.not_yours);
  page.result = { ...result, at: new Date() };
  page.elsewhere = (await store.facts())?.refused ?? [];
  if (isSigning()) saySaved(await store.changes());
  else await redraw();
  return result.state === "saved";
}

const isSigning = () => document.querySelector("[data-signing]") !== null;

/** The half-day in the address, if it is a register's. */
const here = () => Number(/half-days\/(\d+)\//.exec(location.pathname)?.[1] ?? 0);

async function redraw(focus) {
  const registers = await store.registers();
  const changes = await store.changes();
  const register = registers.find((one) => one.id === here());
  const content = register ? pageOf(register, changes) : dayPage(registers, changes);
  document.getElementById("drawn").replaceChildren(...content.filter(Boolean));
  saySaved(changes);
  (focus && document.querySelector(focus))?.focus();
}

/** Another page of this register, without asking the network first. */
function go(path) {
  history.pushState(null, "", path);
  scrollTo(0, 0);
  return redraw("h1");
}

const leads = (href) => ({
  href,
  onclick: (event) => {
    event.preventDefault();
    page.hasSigned = "";
    go(href);
  },
});

function saySaved(changes) {
  const waiting = changes.filter((one) => !one.sentence);
  const line = [whereSaved(page.words, page.language, { ...page.result, waiting })];
  if (page.result.state === "signed-out") {
    line.push(" ", draw("a", { href: `${told.login}?next=${location.pathname}` }, page.words.sign_in));
  }
  document.getElementById("saved").replaceChildren(...line);
}

// The trainer's day

function dayPage(registers, changes) {
  const { words } = page;
  document.title = `${words.today} – Grenstaal`;
  const isElsewhere = location.pathname !== told.today;
  return [
    draw("h1", {}, words.today),
    isElsewhere && draw("p", {}, words.this_one_is_not_here),
    ...refused(changes),
    registers.length
      ? draw("ol", { class: "lessons", role: "list" }, ...registers.map(lesson))
      : draw("div", { class: "stack" }, draw("p", {}, words.no_registers), draw("p", { class: "muted" }, words.no_registers_why)),
    again(),
  ];
}

const lesson = (register) =>
  draw("li", { class: "lesson" },
    draw("p", { class: "lesson-time" }, register.hours),
    draw("h2", {}, register.title),
    draw("p", { class: "muted" }, [register.day, register.place].filter(Boolean).join(" · ")),
    draw("div", { class: "actions" },
      draw("a", { class: "button", href: `${told.today}half-days/${register.id}/` }, page.words.see_register)));

const again = () =>
  draw("div", { class: "actions" },
    draw("button", { class: "button button-quiet", type: "button", onclick: () => location.reload() },
      icon(told.icons, "refresh-cw"), page.words.try_again));

const refused = (changes) =>
  refusedNotes({ kept: changes.filter((one) => one.sentence), elsewhere: page.elsewhere },
    { words: page.words, sprite: told.icons, today: told.today, read: (one) => store.drop(one.seq).then(() => redraw()) });

// One register

/** The register itself, or what somebody sees who holds the tablet to sign. */
function pageOf(register, changes) {
  const mine = changes.filter((one) => one.half_day === register.id && !one.sentence);
  const people = asNoted(register, mine);
  const signing = SIGNING.exec(location.pathname);
  if (!signing || !register.signs || !isOpen(register)) return registerPage(register, changes, mine, people);
  const person = unsigned(people).find((one) => one.id === Number(signing[1]));
  if (signing[1] && !person) history.replaceState(null, "", addressesOf(register).list);
  return [person ? onePerson(register, person) : handRound(register, people)];
}

const isOpen = (register) => new Date() >= new Date(register.opens);

function registerPage(register, changes, mine, people) {
  const { words } = page;
  const canWrite = isOpen(register);
  const board = { words, codes: page.codes, sprite: told.icons, minutes: register.minutes, canWrite, note: noteFor(register) };
  document.title = `${words.title} – ${register.day}`;
  return [
    draw("nav", { class: "breadcrumb" }, draw("ol", {}, draw("li", {}, draw("a", { href: told.today }, words.today)))),
    draw("div", { class: "register-head" },
      draw("h1", { tabindex: -1 }, register.day),
      draw("p", {}, [register.hours, register.place, register.title].filter(Boolean).join(" · "))),
    ...refused(changes),
    !canWrite && draw("p", {}, fill(words.opens, { time: clock(new Date(register.opens), page.language) })),
    canWrite && people.some((one) => !one.noted) && everybody(register, people),
    people.length > LARGE_GROUP && searchBox(),
    draw("ol", { class: "people", id: "people", role: "list", "aria-label": words.people }, ...people.map((one) => personRow(one, board))),
    bar(register, people, mine, canWrite),
    again(),
  ];
}

const noteFor = (register) => async (person, said) => {
  await store.add(noteOn(register, person, { said }));
  await redraw(`#person-${person.id} button`);
};

function everybody(register, people) {
  const onclick = async () => {
    for (const person of people.filter((one) => !one.noted)) {
      await store.add(noteOn(register, person, { said: person.expected }));
    }
    await redraw();
  };
  return draw("div", { class: "stack stack-tight" },
    draw("p", {}, page.words.everybody_counts),
    draw("button", { class: "button button-wide", type: "button", id: "everybody", onclick },
      icon(told.icons, "users"), draw("span", {}, page.words.everybody)));
}

function searchBox() {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const oninput = (event) => {
    const parts = plain(event.target.value).split(/\s+/).filter(Boolean);
    document.querySelectorAll("#people > li").forEach((row) => {
      row.hidden = !parts.every((part) => row.dataset.key.includes(part));
    });
  };
  return draw("div", { class: "register-search" },
    draw("label", { for: "find" }, page.words.find),
    draw("input", { id: "find", type: "search", autocomplete: "off", oninput }));
}

function bar(register, people, mine, canWrite) {
  const { words } = page;
  const absent = people.filter((one) => isAbsent(one.said) || isExpectedAway(one)).length;
  return draw("div", { class: "register-bar" },
    undoLine(register, people, mine),
    draw("p", { class: "register-count", role: "status" },
      draw("strong", {}, fill(words.number_present, { number: people.length - absent })),
      ` · ${fill(words.number_absent, { number: absent })}`),
    canWrite && register.signs && draw("a", { class: "button button-second", id: "sign", ...leads(addressesOf(register).list) },
      icon(told.icons, "write"), draw("span", {}, words.let_sign)),
    draw("p", { class: "muted small" }, words.close_later));
}

/** The last mark that waits here, and the way back. */
function undoLine(register, people, mine) {
  const last = mine.at(-1);
  const person = people.find((one) => one.id === last?.enrolment);
  if (!person || last.kind === "SIGNATURE") return null;
  const [before] = asNoted({ people: register.people.filter((one) => one.id === person.id) }, mine.slice(0, -1));
  const said = inWords(last.said, page.words, page.codes);
  const onclick = () => noteFor(register)(person, before.said);
  return before.said !== last.said && draw("div", { class: "register-undo" },
    draw("p", { class: "small", role: "status" }, `${person.name} – ${[said.word, said.more].filter(Boolean).join(", ")}`),
    draw("button", { class: "button button-second button-small", type: "button", onclick, "aria-label": `${page.words.undo} – ${person.name}` },
      page.words.undo));
}

// The tablet goes from hand to hand

const addressesOf = ({ id }) => {
  const register = `${told.today}half-days/${id}/`;
  return { register, list: `${register}sign/` };
};

function handRound(register, people) {
  document.title = page.words.signing_title;
  return namesPage(register, people, { words: page.words, hasSigned: page.hasSigned, addresses: addressesOf(register), leads });
}

function onePerson(register, person) {
  document.title = page.words.signing_title;
  const sign = (change) => signed(addressesOf(register).list, change);
  return signPage(register, person, { words: page.words, sprite: told.icons, addresses: addressesOf(register), leads, sign });
}

/** On the device first; then the names again, from Grenstaal when it can be reached by now. */
async function signed(list, change) {
  await store.add(change);
  page.hasSigned = change.name;
  const isBack = page.result.state === "saved" && (await exchange());
  return isBack ? location.assign(list) : go(list);
}

begin();
