// What the device knows about the people of a register: what Grenstaal said last, and what was noted here since.

/**
 * @typedef {import("./store.js").Person & {seen: string, isHere: boolean}} Known
 *   `seen`: what Grenstaal said last, whatever was noted here since; `isHere`: something waits on this device
 * @returns {Known[]}
 */
export const asNoted = (register, changes) =>
  register.people.map((person) =>
    changes.filter((one) => one.enrolment === person.id).reduce(after, { ...person, seen: person.said, isHere: false }));

/** A signature goes when the mark changes under which it was given. */
function after(person, change) {
  const noted = { ...person, noted: true, isHere: true };
  if (change.kind === "SIGNATURE") return { ...noted, signed: true };
  return { ...noted, said: change.said, signed: person.signed && change.said === person.said };
}

export const isAbsent = (said) => Boolean(said) && !/^\d+\+\d+$/.test(said);

/** Said beforehand that they would not come, and nothing was noted since. */
export const isExpectedAway = (person) => !person.noted && Boolean(person.expected);

/** Who is in the room as far as is known, and has not signed. */
export const unsigned = (people) =>
  people.filter((one) => !one.signed && !isAbsent(one.said) && !isExpectedAway(one));

/** The change that says this about somebody. */
export const noteOn = (register, person, facts) => ({
  uid: crypto.randomUUID(),
  half_day: register.id,
  enrolment: person.id,
  kind: "MARK",
  said: person.said,
  seen: person.seen,
  made_at: new Date().toISOString(),
  name: person.name,
  ...facts,
});
