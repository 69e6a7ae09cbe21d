// What was noted on a device and could not be written any more, until somebody has read why.
import { draw, icon } from "./draw.js";
import { fill } from "./say.js";

/**
 * @param {{kept: import("./store.js").Change[], elsewhere: object[]}} refused  `kept`: what only this device
 *   has; `elsewhere`: registers on which Grenstaal shows what it refused of this person's notes
 */
export function refusedNotes({ kept, elsewhere }, { words, sprite, today, read }) {
  return [
    ...kept.map((one) =>
      message(sprite, fill(words.refused, one),
        draw("button", { class: "button button-second", type: "button", onclick: () => read(one) }, words.read))),
    ...elsewhere.map((one) =>
      message(sprite, fill(words.refused_there, one),
        draw("p", {}, draw("a", { class: "alone", href: `${today}half-days/${one.half_day}/` }, words.read_why)))),
  ];
}

const message = (sprite, title, body) =>
  draw("div", { class: "message message-problem" },
    icon(sprite, "octagon-alert"),
    draw("p", { class: "message-title" }, title),
    draw("div", { class: "message-body" }, body));
