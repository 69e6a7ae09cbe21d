// What the device keeps, in IndexedDB: a database for each person, so that nobody meets another's names.

/**
 * @typedef {{id: number, name: string, key: string, said: string, noted: boolean, expected: string,
 *   signed: boolean}} Person  `expected`: the reason announced beforehand, while nothing is noted
 * @typedef {{id: number, title: string, date: string, day: string, hours: string, place: string,
 *   opens: string, minutes: number, signs: boolean, lesson: string, people: Person[]}} Register
 *   `signs`: people sign on screen; `lesson`: the fingerprint of what they sign
 * @typedef {{seq?: number, uid: string, half_day: number, enrolment: number, kind: "MARK" | "SIGNATURE",
 *   said: string, seen: string, made_at: string, name: string, method?: "DRAWN" | "TYPED", written?: string,
 *   lesson?: string, isOnItsWay?: boolean, sentence?: string}} Change  `written`: strokes or typed name; `sentence`: refused, and why
 */

const HOLDER = "grenstaal-holder";
const PREFIX = "grenstaal-";

/** Whether this browser can keep anything. */
export const isPossible = () => "indexedDB" in window && "serviceWorker" in navigator && "locks" in navigator;

/** Whose device it is now, by the number of the account. */
export const holder = () => localStorage.getItem(HOLDER);

/** The device is this person's from now on: of anybody before, only what still waits stays, without a name. */
export async function become(user) {
  const before = holder();
  if (before !== null && before !== String(user)) await strip(before);
  localStorage.setItem(HOLDER, String(user));
}

async function strip(user) {
  const waiting = (await all(user, "changes")).filter((one) => !one.sentence);
  if (!waiting.length) return remove(PREFIX + user);
  await write(user, ["registers", "changes", "facts"], ({ registers, changes, facts }) => {
    registers.clear();
    facts.clear();
    changes.clear();
    waiting.forEach((one) => changes.put({ ...one, name: "" }));
  });
}

/** @returns {Promise<Register[]>} in the order of the day */
export async function registers() {
  const found = await all(holder(), "registers");
  return found.sort((one, other) => one.opens.localeCompare(other.opens));
}

/** @returns {Promise<Change[]>} oldest first */
export const changes = () => all(holder(), "changes");

/** @returns {Promise<Change[]>} what has not been sent yet, oldest first; not what a form is just sending */
export const waiting = async () => (await changes()).filter((one) => !one.sentence && !one.isOnItsWay);

/**
 * @returns {Promise<{language: string, codes: {code: string, label: string}[], refused: object[], at: string}
 *   | undefined>}  `refused`: where Grenstaal shows what it could not write, without names
 */
export const facts = async () => (await all(holder(), "facts"))[0];

/**
 * Over when it is on the disk. The browser is asked not to clear it away when it needs room.
 * @param {Change} change
 */
export async function add(change) {
  navigator.storage.persist?.();
  await write(holder(), ["changes"], ({ changes }) => changes.put(change));
}

export const drop = (seq) => write(holder(), ["changes"], ({ changes }) => changes.delete(seq));

export async function dropByUid(uid) {
  for (const one of await changes()) if (one.uid === uid) await drop(one.seq);
}

/** A page has come: forms on their way were answered by it (`uids`), or have to be sent again. */
export async function land(uids) {
  for (const { isOnItsWay, ...change } of await changes()) {
    if (uids.includes(change.uid)) await drop(change.seq);
    else if (isOnItsWay) await add(change);
  }
}

/** What Grenstaal says now takes the place of what was kept, but for registers about which something waits. */
export async function keep({ registers: fresh, language, codes, refused }) {
  const waitingFor = new Set((await waiting()).map((one) => one.half_day));
  const known = new Set(fresh.map((one) => one.id));
  const old = (await registers()).filter((one) => waitingFor.has(one.id) && !known.has(one.id));
  await write(holder(), ["registers", "facts"], ({ registers, facts }) => {
    registers.clear();
    [...fresh, ...old].forEach((one) => registers.put(one));
    facts.put({ name: "facts", language, codes, refused, at: new Date().toISOString() });
  });
}

/** Nothing of anybody stays on the device. */
export async function wipe() {
  const databases = indexedDB.databases ? await indexedDB.databases() : [{ name: PREFIX + holder() }];
  await Promise.all(databases.filter(({ name }) => name.startsWith(PREFIX)).map(({ name }) => remove(name)));
  localStorage.removeItem(HOLDER);
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((one) => one.unregister()));
}

// IndexedDB itself

function open(user) {
  const request = indexedDB.open(PREFIX + user, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("registers", { keyPath: "id" });
    request.result.createObjectStore("changes", { keyPath: "seq", autoIncrement: true });
    request.result.createObjectStore("facts", { keyPath: "name" });
  };
  return answer(request);
}

async function all(user, name) {
  if (user === null) return [];
  const database = await open(user);
  try {
    return await answer(database.transaction(name).objectStore(name).getAll());
  } finally {
    database.close();
  }
}

/** One transaction over these stores; over when everything is on the disk. */
async function write(user, names, work) {
  const database = await open(user);
  try {
    const transaction = database.transaction(names, "readwrite", { durability: "strict" });
    const over = new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
    work(Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)])));
    await over;
  } finally {
    database.close();
  }
}

const remove = (name) => answer(indexedDB.deleteDatabase(name));

/** @param {IDBRequest} request */
function answer(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
