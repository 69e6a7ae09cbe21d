// The page without network: the trainer's day or one register, drawn from the device.
import { draw, icon } from "./draw.js";
import { personRow } from "./person.js";
import { fill, inWords, told, whereSaved, clock } from "./say.js";
import * as store from "./store.js";
import { synchronise } from "./sync.js";

const LARGE_GROUP = 15;
const EACH_MINUTE = 60000;
const CALM = 15000; // milliseconds between two attempts to come back
const page = { language: "fr", words: {}, codes: [], result: { state: "offline", at: new Date() } };

async function begin() {
  if (!store.isPossible()) return;
  const facts = await store.facts();
  page.language = facts?.language ?? (navigator.language.startsWith("nl") ? "nl" : "fr");
  page.words = told.words[page.language] ?? told.words.fr;
  page.codes = facts?.codes ?? [];
  document.documentElement.lang = page.language;
  await redraw();
  window.addEventListener("online", comeBack);
  await comeBack();
  setInterval(async () => (await store.waiting()).length && comeBack(), EACH_MINUTE);
}

/** The network is back: everything goes there, and the page itself comes from there again, but not over and
 * over where it hardly is one. */
async function comeBack() {
  const isBack = await exchange();
  if (!isBack || Date.now() - Number(sessionStorage.cameBack ?? 0) < CALM) return;
  sessionStorage.cameBack = Date.now();
  location.reload();
}

/** @returns whether everything has reached Grenstaal */
async function exchange() {
  const result = await synchronise(told, here() ? [here()] : [], page.words.not_yours);
  page.result = { ...result, at: new Date() };
  await redraw();
  return result.state === "saved";
}

/** The half-day in the address, if it is a register's. */
const here = () => Number(/half-days\/(\d+)\//.exec(location.pathname)?.[1] ?? 0);

async function redraw(focus) {
  const registers = await store.registers();
  const changes = await store.changes();
  const register = registers.find((one) => one.id === here());
  const content = register ? registerPage(register, changes) : dayPage(registers, changes);
  document.getElementById("drawn").replaceChildren(...content.filter(Boolean));
  saySaved(changes);
  (focus && document.getElementById(focus)?.querySelector("button"))?.focus();
}

function saySaved(changes) {
  const waiting = changes.filter((one) => !one.sentence).length;
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

function refused(changes) {
  return changes.filter((one) => one.sentence).map((one) =>
    draw("div", { class: "message message-problem" },
      icon(told.icons, "octagon-alert"),
      draw("p", { class: "message-title" }, fill(page.words.refused, one)),
      draw("div", { class: "message-body" },
        draw("button", { class: "button button-second", type: "button", onclick: () => store.drop(one.seq).then(() => redraw()) },
          page.words.read))));
}

// One register

function registerPage(register, changes) {
  const { words } = page;
  const mine = changes.filter((one) => one.half_day === register.id && !one.sentence);
  const people = register.people.map((person) => asNoted(person, mine));
  const canWrite = new Date() >= new Date(register.opens);
  const board = { words, codes: page.codes, sprite: told.icons, minutes: register.minutes, canWrite, note: noteFor(register) };
  document.title = `${words.title} – ${register.day}`;
  return [
    draw("nav", { class: "breadcrumb" }, draw("ol", {}, draw("li", {}, draw("a", { href: told.today }, words.today)))),
    draw("div", { class: "register-head" },
      draw("h1", {}, register.day),
      draw("p", {}, [register.hours, register.place, register.title].filter(Boolean).join(" · "))),
    ...refused(changes),
    !canWrite && draw("p", {}, fill(words.opens, { time: clock(new Date(register.opens), page.language) })),
    canWrite && people.some((one) => !one.noted) && everybody(register, people),
    people.length > LARGE_GROUP && searchBox(),
    draw("ol", { class: "people", id: "people", role: "list", "aria-label": words.people }, ...people.map((one) => personRow(one, board))),
    bar(register, people, mine),
    again(),
  ];
}

/** The person as the last note on this device says. */
function asNoted(person, changes) {
  const last = changes.findLast((one) => one.enrolment === person.id);
  return last ? { ...person, said: last.said, noted: true, isHere: true, seen: person.said } : { ...person, seen: person.said };
}

const noteFor = (register) => async (person, said) => {
  await keep(register, person, said);
  await redraw(`person-${person.id}`);
};

/** On the device first; `seen` is what Grenstaal said last, whatever was noted here since. */
const keep = (register, person, said) =>
  store.add({
    uid: crypto.randomUUID(),
    half_day: register.id,
    enrolment: person.id,
    said,
    seen: person.seen,
    made_at: new Date().toISOString(),
    name: person.name,
  });

function everybody(register, people) {
  const onclick = async () => {
    for (const person of people.filter((one) => !one.noted)) await keep(register, person, "");
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

function bar(register, people, mine) {
  const { words } = page;
  const absent = people.filter((one) => inWords(one.said, words, page.codes).kind === "problem").length;
  return draw("div", { class: "register-bar" },
    undoLine(register, people, mine),
    draw("p", { class: "register-count", role: "status" },
      draw("strong", {}, fill(words.number_present, { number: people.length - absent })),
      ` · ${fill(words.number_absent, { number: absent })}`),
    draw("p", { class: "muted small" }, words.close_later));
}

function undoLine(register, people, mine) {
  const last = mine.at(-1);
  const person = people.find((one) => one.id === last?.enrolment);
  if (!person) return null;
  const before = mine.slice(0, -1).findLast((one) => one.enrolment === person.id)?.said ?? person.seen;
  const said = inWords(last.said, page.words, page.codes);
  const onclick = () => noteFor(register)(person, before);
  return before !== last.said && draw("div", { class: "register-undo" },
    draw("p", { class: "small", role: "status" }, `${person.name} – ${[said.word, said.more].filter(Boolean).join(", ")}`),
    draw("button", { class: "button button-second button-small", type: "button", onclick, "aria-label": `${page.words.undo} – ${person.name}` },
      page.words.undo));
}

begin();
