// What waits on the device goes to Grenstaal, in order and once; then the device takes what stands there.
import * as network from "./network.js";
import * as store from "./store.js";

/** @typedef {{state: "saved" | "offline" | "signed-out", sent: number}} Result */

/**
 * One at a time, however many pages are open. `addresses`: what the page was told. `also`: registers to keep
 * beside today's. `sentence`: what to say of a register that is no longer ours.
 * @returns {Promise<Result>}
 */
export function synchronise(addresses, also, sentence) {
  return navigator.locks.request("grenstaal-sync", async () => {
    try {
      return { state: "saved", sent: await exchange(addresses, also, sentence) };
    } catch (error) {
      if (error instanceof network.SignedOut) return { state: "signed-out", sent: 0 };
      if (error instanceof network.Unreachable) return { state: "offline", sent: 0 };
      throw error;
    }
  });
}

async function exchange({ registers, today }, also, sentence) {
  const ask = async () =>
    network.registers(registers, [...also, ...(await store.waiting()).map((one) => one.half_day)]);
  let heard = await ask();
  await store.become(heard.user);
  const sent = await sendAll({ token: heard.token, today }, sentence);
  if (sent) heard = await ask();
  await store.keep(heard);
  return sent;
}

async function sendAll(door, sentence) {
  const waiting = await store.waiting();
  for (const group of neighbours(waiting)) {
    const arrived = await network.send(group[0].half_day, group, door);
    for (const [place, change] of group.entries()) await put(change, arrived?.[place], sentence);
  }
  return waiting.length;
}

/** Gone from the device once Grenstaal has it; what it could not even keep stays here with the reason. */
async function put(change, told, sentence) {
  if (told?.kept) return store.drop(change.seq);
  return store.add({ ...change, sentence: told?.sentence || sentence });
}

/** Changes of one register that follow each other go together, and the order of all stays. */
function neighbours(changes) {
  const groups = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.[0].half_day === change.half_day) last.push(change);
    else groups.push([change]);
  }
  return groups;
}
