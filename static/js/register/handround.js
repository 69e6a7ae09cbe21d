// The tablet goes from hand to hand, without network: the names of who has not signed, then one person's page.
import { draw, icon } from "./draw.js";
import { pad } from "./pen.js";
import { noteOn, unsigned } from "./people.js";
import { fill } from "./say.js";

/**
 * @param {{words: object, hasSigned: string, leads: (href: string) => object}} board  `hasSigned`: who just did
 */
export function namesPage(register, people, { words, hasSigned, addresses, leads }) {
  const waiting = unsigned(people);
  const signed = people.filter((one) => one.signed).length;
  return draw("div", { class: "signing stack stack-wide" },
    draw("p", { role: "status", class: "signing-done" }, hasSigned && fill(words.has_signed, { name: hasSigned })),
    draw("p", { class: "page-header-kicker" }, `${register.day}, ${register.hours}`),
    draw("h1", { tabindex: -1 }, waiting.length ? words.who_are_you : words.everybody_signed),
    waiting.length > 0 && draw("ul", { class: "signing-names", role: "list" }, ...waiting.map((one) =>
      draw("li", {}, draw("a", { class: "signing-name", ...leads(`${addresses.list}${one.id}/`) }, one.name)))),
    draw("div", { class: "row row-apart" },
      draw("p", { class: "muted" }, fill(words.number_signed, { number: signed })),
      draw("a", { class: `button ${waiting.length ? "button-quiet" : ""}`, ...leads(addresses.register) }, words.back_to_trainer)));
}

/** One person signs: draws, or types the name and ticks. `sign` gets the change. */
export function signPage(register, person, { words, sprite, addresses, leads, sign }) {
  let drawing = "";
  const errors = { name: error("name-error"), confirmed: error("confirmed-error") };
  const name = draw("input", { id: "name", name: "name", type: "text", autocomplete: "off", maxlength: 200, "aria-describedby": "name-error" });
  const confirmed = draw("input", { id: "confirmed", name: "confirmed", type: "checkbox", "aria-describedby": "confirmed-error" });
  const field = signatureField(words, sprite);
  pad(field, { onchange: (text) => (drawing = text) });

  function onsubmit(event) {
    event.preventDefault();
    const typed = name.value.trim().replace(/\s+/g, " ");
    const wrong = drawing ? null : problem(words, typed, confirmed.checked, person);
    for (const one of ["name", "confirmed"]) show(errors[one], wrong?.[one]);
    if (wrong) return (wrong.name ? name : confirmed).focus();
    const given = drawing ? { method: "DRAWN", written: drawing } : { method: "TYPED", written: typed };
    return sign(noteOn(register, person, { kind: "SIGNATURE", lesson: register.lesson, ...given }));
  }

  return draw("div", { class: "signing stack" },
    draw("h1", { tabindex: -1 }, person.name),
    draw("p", {}, fill(words.i_was_there, register)),
    draw("form", { class: "form", "data-signing": true, onsubmit, novalidate: true },
      field,
      draw("fieldset", { class: "signing-typed" },
        draw("legend", {}, words.or_type),
        draw("div", { class: "field" }, draw("label", { for: "name" }, words.your_name), name, errors.name),
        draw("div", { class: "field field-check" },
          draw("label", { for: "confirmed" }, confirmed, " ", draw("span", {}, words.it_is_me)), errors.confirmed)),
      draw("div", { class: "actions" },
        draw("button", { class: "button", type: "submit" }, icon(sprite, "check"), draw("span", {}, words.sign)),
        draw("a", { class: "button button-quiet", ...leads(addresses.list) }, words.not_me))));
}

const signatureField = (words, sprite) =>
  draw("div", { class: "signing-pad" },
    draw("p", {}, words.sign_here),
    draw("canvas", { class: "signing-field", width: 1000, height: 400, role: "img", "aria-label": words.field }),
    draw("button", { class: "button button-quiet", type: "button", "data-wipe": true },
      icon(sprite, "undo"), draw("span", {}, words.begin_again)));

const error = (id) => draw("p", { class: "field-error", id, role: "alert", hidden: true });

function show(place, sentence) {
  place.textContent = sentence ?? "";
  place.hidden = !sentence;
}

/** What is missing of a typed signature, in words; null: nothing. One part of one's own name is enough. */
function problem(words, typed, isConfirmed, person) {
  if (!typed) return { name: words.sign_or_type };
  const own = new Set(parts(`${person.name} ${person.key}`));
  if (!parts(typed).some((one) => own.has(one))) return { name: fill(words.own_name, person) };
  return isConfirmed ? null : { confirmed: words.tick_the_box };
}

const parts = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
