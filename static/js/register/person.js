// One person on the drawn register: the row, and the panel with everything that is not "present".
import { draw, state } from "./draw.js";
import { isExpectedAway } from "./people.js";
import { fill, inWords } from "./say.js";

const USUAL_DELAYS = [5, 10, 15, 30];

/**
 * @param {import("./people.js").Known} person
 * @param {{words: object, codes: {code: string, label: string, is_unjustified: boolean}[], sprite: string,
 *   minutes: number, canWrite: boolean, note: (person: object, said: string) => void}} board
 */
export function personRow(person, board) {
  const { words, codes, sprite } = board;
  const said = isExpectedAway(person) ? announced(person, board) : inWords(person.said, words, codes);
  if (!person.noted && !person.said && !person.expected) Object.assign(said, { kind: "quiet", icon: "check" });
  const [label, spoken] = person.said ? [words.change, words.change] : [words.exception, words.exception_said];
  const id = `exception-${person.id}`;
  return draw("li", { class: "person", id: `person-${person.id}`, "data-key": person.key },
    draw("div", { class: "person-who" },
      draw("strong", {}, person.name),
      state(sprite, said),
      said.more && draw("span", { class: "muted" }, said.more),
      person.signed && state(sprite, { kind: "done", icon: "write", word: words.signed }),
      person.isHere && draw("span", { class: "muted small" }, words.on_device)),
    board.canWrite && draw("div", { class: "person-deeds" },
      !person.said && !isExpectedAway(person) && oneTap(person, board),
      draw("button", { class: "button button-second button-small", type: "button", popovertarget: id,
        "aria-label": `${spoken} – ${person.name}` }, label)),
    board.canWrite && panel(id, person, board));
}

/** Away, and nobody knows why: the reason is chosen later, if there is one. */
function oneTap(person, { words, codes, note }) {
  const usual = codes.find((one) => one.is_unjustified);
  return usual && draw("button", { class: "button button-second button-small", type: "button",
    "aria-label": `${words.absent_because} – ${person.name}`, onclick: () => note(person, usual.code) }, words.absent_because);
}

const announced = ({ expected }, { words, codes }) =>
  ({ ...inWords(expected, words, codes), kind: "warning", icon: "bell", word: words.announced });

function panel(id, person, board) {
  const { words, codes } = board;
  const say = (said) => () => board.note(person, said);
  return draw("div", { class: "exception stack", id, popover: true },
    draw("p", { class: "exception-who" }, draw("strong", {}, person.name)),
    (person.said || isExpectedAway(person)) && draw("button", { class: "button button-wide", type: "button", onclick: say("") }, words.present_all_the_time),
    choices("reasons reasons-late", words.late, USUAL_DELAYS.map((minutes) =>
      reason(fill(words.minutes, { minutes }), person.said === `${minutes}+0`, say(`${minutes}+0`)))),
    choices("reasons", words.absent_because, codes.map(({ code, label }) =>
      reason(label, person.said === code, say(code)))),
    exactMinutes(id, person, board));
}

const choices = (look, legend, buttons) =>
  draw("fieldset", { class: look }, draw("legend", {}, legend), ...buttons);

const reason = (label, isCurrent, onclick) =>
  draw("button", { class: "reason", type: "button", "aria-current": isCurrent && "true", onclick }, label);

function exactMinutes(id, person, board) {
  const { words } = board;
  const [late, early] = /^\d+\+\d+$/.test(person.said) ? person.said.split("+") : ["", ""];
  const problem = draw("p", { class: "field-error", role: "alert", hidden: true });
  const onsubmit = (event) => {
    event.preventDefault();
    const numbers = ["late", "early"].map((name) => Number(event.target.elements[name].value || 0));
    const areFine = numbers.every((one) => Number.isInteger(one) && one >= 0) && numbers[0] + numbers[1] < board.minutes;
    problem.textContent = fill(words.wrong_minutes, { number: board.minutes - 1 });
    problem.hidden = areFine;
    if (areFine) board.note(person, numbers.some(Boolean) ? numbers.join("+") : "");
  };
  return draw("form", { class: "stack", onsubmit, novalidate: true },
    draw("div", { class: "minutes" },
      minutesField(`${id}-late`, "late", words.late_in_minutes, late),
      minutesField(`${id}-early`, "early", words.early_in_minutes, early)),
    problem,
    draw("div", { class: "row row-apart" },
      draw("button", { class: "button button-second", type: "submit" }, words.save_minutes),
      draw("button", { class: "button button-quiet", type: "button", popovertarget: id, popovertargetaction: "hide" }, words.leave)));
}

const minutesField = (id, name, label, value) =>
  draw("div", { class: "field" },
    draw("label", { for: id }, label),
    draw("input", { id, name, type: "text", inputmode: "numeric", autocomplete: "off", value: value === "0" ? "" : value }));
