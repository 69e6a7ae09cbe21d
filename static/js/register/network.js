// The two doors at Grenstaal: the registers for this device, and what was noted here.

/** Grenstaal answers, and does not know who is asking. */
export class SignedOut extends Error {}

/** Nobody answers, or nothing that can be used now: later again. */
export class Unreachable extends Error {}

const PATIENCE = 15000; // milliseconds

/** Today's and tomorrow's registers, and those asked for by their ids. */
export async function registers(address, also) {
  const wanted = [...new Set(also)].map((id) => `also=${id}`).join("&");
  const response = await ask(`${address}?${wanted}`, {});
  if (response.status === 404) throw new SignedOut();
  if (!response.ok) throw new Unreachable();
  return response.json();
}

/** What became of each change, in their order; null: this register is no longer ours. */
export async function send(halfDay, changes, { token, today }) {
  const response = await ask(`${today}half-days/${halfDay}/changes/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(changes.map(({ name, seq, ...change }) => change)),
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Unreachable();
  return (await response.json()).arrived;
}

async function ask(address, options) {
  const patience = AbortSignal.timeout(PATIENCE);
  let response;
  try {
    response = await fetch(address, { redirect: "manual", cache: "no-store", signal: patience, ...options });
  } catch {
    throw new Unreachable();
  }
  if (response.type === "opaqueredirect") throw new SignedOut();
  return response;
}
