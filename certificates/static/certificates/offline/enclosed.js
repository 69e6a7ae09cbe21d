// The credential inside a file: our PDF, the credential alone, or anything at all. The same way and budget as certificates.domain.enclosed.
const LONGEST = 256 * 1024; // bytes of a credential
const MOST_STREAMS = 1000;
const MOST_READ = 4 * 1024 * 1024; // bytes, of all streams together
const SUBJECT = "credentialSubject";
const END = "endstream";

/** The first credential in these bytes, or null. Never throws, whatever the bytes. */
export async function credentialIn(content) {
  const text = new TextDecoder("latin1").decode(content); // a letter for each byte, so places are the same
  if (text.trimStart().startsWith("{")) return read(content);
  let left = MOST_READ;
  const begins = /(?<!end)stream\r?\n/g;
  for (let count = 0, begin; count < MOST_STREAMS && left > 0 && (begin = begins.exec(text)); count += 1) {
    const from = begins.lastIndex;
    const end = text.indexOf(END, from);
    if (end < 0) return null;
    const [inflated, cost] = await stream(content.subarray(from, Math.min(end, from + LONGEST)), Math.min(LONGEST, left));
    const found = read(inflated);
    if (found) return found;
    left -= cost;
  }
  return null;
}

/** At most so much of it, inflated or as it stands, and what that cost: all of it when it breaks off. */
async function stream(raw, most) {
  if (raw[0] === 0x7b) return [raw.subarray(0, most), Math.min(raw.length, most)];
  if (raw.length < 2 || (raw[0] * 256 + raw[1]) % 31) return [new Uint8Array(), 0];
  // The end of the line before "endstream" is none of the stream's, and an inflater refuses what follows the end.
  const ends = raw.at(-1) === 0x0a ? [raw.at(-2) === 0x0d ? 2 : 1, 1, 0] : raw.at(-1) === 0x0d ? [1, 0] : [0];
  for (const end of ends) {
    const inflated = await inflate(raw.subarray(0, raw.length - end), most);
    if (inflated) return [inflated, inflated.length];
  }
  return [new Uint8Array(), most];
}

/** Null when it breaks off; no more than `most` bytes are ever held. */
async function inflate(raw, most) {
  const reader = new Blob([raw]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const parts = [];
  let length = 0;
  try {
    while (length < most) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value.subarray(0, most - length));
      length += parts.at(-1).length;
    }
    if (length >= most) reader.cancel().catch(() => {});
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function read(bytes) {
  if (bytes.length > LONGEST) return null;
  try {
    const found = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return found && typeof found === "object" && !Array.isArray(found) && SUBJECT in found ? found : null;
  } catch {
    return null;
  }
}
