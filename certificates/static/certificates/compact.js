// The signed short form of a square code, read and checked here, without network. Its layout: certificates.domain.compact.
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const SKILLS = ["LIS", "REA", "SPI", "SPP", "WRI"];
const LEVELS = ["A0", "Pre-A1", "A1.1", "A1.2", "A1", "A2.1", "A2.2", "A2", "A2+", "B1.1", "B1.2", "B1", "B1+", "B2", "C1", "C2"];
const BASE = BigInt(LEVELS.length + 1);
const PREFIX = "Grenstaal compact 1\n";
const FACTS = 21;
const WHOLE = 85;
const DAY = 86400000; // milliseconds
const DAY_ZERO = Date.UTC(2020, 0, 1);

/** The code that an address names, as it is stored. */
export const codeIn = (path) =>
  decodeURIComponent(path).replace(/^\/v\//i, "").replace(/[\s\-‐‑‒–—−_.·/]+/g, "").toUpperCase()
    .replace(/[IL]/g, "1").replace(/O/g, "0");

/** @returns {outcome, facts, method}: nothing | cannot | unknown | bad | compromised | good; the others with the last two.
 * `methods`: the verification methods of the issuer's document. */
export async function check(code, text, methods) {
  if (!text) return { outcome: "nothing" };
  const content = bytesOf(text);
  if (!content || content[0] !== 1) return { outcome: "bad" };
  if (!globalThis.crypto?.subtle) return { outcome: "cannot" };
  let outcome = "unknown";
  try {
    for (const method of methods) {
      const raw = rawKey(method.publicKeyMultibase);
      if (!raw || !(await isNamed(raw, content.slice(1, 4)))) continue;
      const facts = read(content.slice(0, FACTS));
      if (!(await holds(raw, code, content)) || isTooLate(facts, method)) outcome = "bad";
      else return { outcome: method.revoked ? "compromised" : "good", facts, method };
    }
  } catch (error) {
    if (error.name !== "NotSupportedError") throw error;
    return { outcome: "cannot" };
  }
  return { outcome };
}

/** Minutes followed and planned in words; `words`: the patterns of one language. */
export function hoursIn({ hours, whole, parts }, followed, planned) {
  const said = (minutes) => (minutes % 60 ? parts : whole)
    .replace("HOURS", Math.floor(minutes / 60)).replace("MINUTES", String(minutes % 60).padStart(2, "0"));
  return hours.replace("FOLLOWED", said(followed)).replace("PLANNED", said(planned));
}

/** The bytes of a Base32 text of our length; null for any other. */
function bytesOf(text) {
  if (!/^[A-Z2-7]{136}$/.test(text)) return null;
  const whole = [...text].reduce((sum, letter) => sum * 32n + BigInt(ALPHABET.indexOf(letter)), 0n);
  return bytes(whole, WHOLE);
}

function bytes(whole, length) {
  const hex = whole.toString(16).padStart(length * 2, "0");
  return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
}

export function rawKey(multibase) {
  const content = fromBase58(multibase, 34);
  return content && content[0] === 0xed && content[1] === 1 ? content.slice(2) : null;
}

/** The bytes of a multibase text that stands for so many of them; null for any other. */
export function fromBase58(text, length) {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,100}$/.test(text)) return null;
  const whole = [...text.slice(1)].reduce((sum, letter) => sum * 58n + BigInt(BASE_58.indexOf(letter)), 0n);
  return whole < 256n ** BigInt(length) ? bytes(whole, length) : null;
}

async function isNamed(raw, name) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", raw));
  return name.every((byte, place) => byte === digest[place]);
}

async function holds(raw, code, content) {
  const key = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
  const before = new TextEncoder().encode(PREFIX + code);
  const signed = new Uint8Array([...before, ...content.slice(0, FACTS)]);
  return crypto.subtle.verify({ name: "Ed25519" }, key, content.slice(FACTS), signed);
}

/** Signed on a day when that key no longer signed; a day more, for where midnight is. */
const isTooLate = (facts, method) => method.expires && facts.issued - DAY > Date.parse(method.expires);

function read(content) {
  let rest = content.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const take = (bits) => {
    const part = BigInt.asUintN(bits, rest);
    rest >>= BigInt(bits);
    return part;
  };
  take(3);
  let levels = take(41);
  const [followed, planned] = [Number(take(16)), Number(take(16))];
  const [until, issued, last, first] = [0, 0, 0, 0].map(() => Number(take(15)));
  const said = {};
  for (const skill of [...SKILLS].reverse()) {
    const [end, entry] = [0, 0].map(() => {
      const level = LEVELS[Number(levels % BASE) - 1];
      levels /= BASE;
      return level;
    });
    said[skill] = [entry, end].filter(Boolean).join(" → ") || "–";
  }
  const moment = (days) => DAY_ZERO + days * DAY;
  return { levels: said, followed, planned, first: moment(first), last: moment(last), issued: moment(issued), until: until && moment(until) };
}
