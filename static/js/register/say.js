// Words: the pages bring them in the reader's language, the scripts fill them in.

/** What the page was told: addresses and words. */
export const told = JSON.parse(document.getElementById("device").textContent);

/** "{number} present" and {number: 3}: "3 present". */
export const fill = (words, facts) => words.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);

/** A time of the day as people say it: 9 h 05, 9.05 uur. */
export function clock(moment, language) {
  const [hour, minute] = [moment.getHours(), String(moment.getMinutes()).padStart(2, "0")];
  if (language === "nl") return `${hour}.${minute}\u00a0uur`;
  return minute === "00" ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minute}`;
}

/** Where everything is saved, in one sentence. `waiting`: the changes that are on this device only. */
export function whereSaved(words, language, { state, waiting, at }) {
  const what = inNumbers(words, waiting);
  if (state === "signed-out" && what) return fill(words.signed_out, { what });
  if (what) return fill(words.waiting, { what });
  if (state === "saved") return fill(words.saved, { time: clock(at, language) });
  return words.offline;
}

/** "3 marks and 2 signatures"; nothing of nothing. */
function inNumbers(words, changes) {
  const signatures = changes.filter((one) => one.kind === "SIGNATURE").length;
  const marks = count(changes.length - signatures, words.one_mark, words.marks);
  const signed = count(signatures, words.one_signature, words.signatures);
  return marks && signed ? fill(words.both, { marks, signatures: signed }) : marks || signed;
}

const count = (number, one, more) => (number ? fill(number === 1 ? one : more, { number }) : "");

/** What a mark says in words, from the word that forms and devices write. */
export function inWords(said, words, codes) {
  const minutes = /^(\d+)\+(\d+)$/.exec(said);
  if (!said) return { kind: "done", icon: "circle-check", word: words.present, more: "" };
  if (!minutes) {
    const label = codes.find((one) => one.code === said)?.label ?? said;
    return { kind: "problem", icon: "circle-x", word: words.absent, more: label };
  }
  const [late, early] = [Number(minutes[1]), Number(minutes[2])];
  const parts = [
    late && fill(words.minutes_late, { minutes: late }),
    early && fill(words.minutes_early, { minutes: early }),
  ];
  return { kind: "warning", icon: "clock", word: words.present, more: parts.filter(Boolean).join(", ") };
}
