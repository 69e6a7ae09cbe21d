// The signature of a credential, checked here: eddsa-rdfc-2022 (W3C) with JSON-LD and RDFC-1.0 of jsonld.js, and pinned contexts only.
import { fromBase58, rawKey } from "../compact.js";

const SUITE = { type: "DataIntegrityProof", cryptosuite: "eddsa-rdfc-2022", proofPurpose: "assertionMethod" };
const NOWHERE = "unknown:/"; // where a name that is not an address would end up
const DEEPEST = 12;

/** @returns bad | unknown | cannot | compromised | expired | good. `methods`: the verification methods of the issuer's
 * document; `contexts`: the pinned ones by their address, in the order our credentials name them. */
export async function judge(credential, { methods, contexts, now }) {
  const proof = proofOf(credential);
  if (!proof) return "bad";
  const method = methods.find((one) => one.id === proof.verificationMethod);
  if (!method) return "unknown";
  if (!globalThis.crypto?.subtle) return "cannot";
  try {
    if (!isWrittenAsOurs(credential, contexts) || !(await holds(credential, method, contexts))) return "bad";
  } catch (error) {
    if (error.name === "NotSupportedError") return "cannot";
    return "bad"; // a context or a name that nobody here knows, or no document at all
  }
  if (method.revoked) return "compromised"; // who has the key chooses the day it claims
  if (method.expires && Date.parse(proof.created) > Date.parse(method.expires)) return "bad";
  return credential.validUntil && Date.parse(credential.validUntil) < now ? "expired" : "good";
}

/** Its one proof, written alone or as a list of one; nothing when there is none, or more than one. */
export function proofOf({ proof }) {
  const one = Array.isArray(proof) && proof.length === 1 ? proof[0] : proof;
  return one && typeof one === "object" && !Array.isArray(one) ? one : null;
}

/** Other words could say the same to the signature and something else to a reader: only our words are read. */
function isWrittenAsOurs(credential, contexts) {
  const { "@context": named, ...rest } = credential;
  return JSON.stringify(named) === JSON.stringify(Object.keys(contexts)) && isPlain(rest, DEEPEST);
}

const isPlain = (value, deep) =>
  deep > 0 && (!value || typeof value !== "object" ||
    Object.entries(value).every(([name, each]) => !/[@:]/.test(name) && isPlain(each, deep - 1)));

async function holds(credential, method, contexts) {
  const { proof: _, ...document } = credential;
  const proof = proofOf(credential);
  const { proofValue, ...terms } = proof;
  const signature = typeof proofValue === "string" && fromBase58(proofValue, 64);
  const raw = rawKey(method.publicKeyMultibase);
  if (!signature || !raw || Object.entries(SUITE).some(([name, value]) => proof[name] !== value)) return false;
  const key = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
  const parts = [];
  for (const each of [{ "@context": document["@context"], ...terms }, document]) parts.push(await digest(each, contexts));
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, await new Blob(parts).arrayBuffer());
}

/** The SHA-256 of a document's quads in their one order (section 3.2 of the suite). */
async function digest(document, contexts) {
  const quads = await jsonld.canonize(document, {
    algorithm: "RDFC-1.0", format: "application/n-quads", base: NOWHERE, safe: true, documentLoader: shelf(contexts),
  });
  if (quads.includes(`<${NOWHERE}`)) throw new Error("a type or an address that no context knows");
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(quads));
}

/** Nothing is fetched, ever. */
const shelf = (contexts) => async (address) => {
  if (!Object.hasOwn(contexts, address)) throw new Error("a context that is not on our shelf");
  return { contextUrl: null, documentUrl: address, document: contexts[address] };
};

/** What a credential of ours says. Call it only when its signature holds. */
export function saidBy(credential) {
  const subject = credential.credentialSubject;
  const { achievement } = subject;
  const names = new Map(achievement.resultDescription.map((each) => [each.id, each.name]));
  return {
    name: subject.identifier.find((each) => each.identityType === "name").identityHash,
    course: achievement.name,
    provider: achievement.creator.name,
    code: subject.licenseNumber,
    results: achievement.resultDescription.map(({ id }) =>
      [names.get(id), subject.result.find((each) => each.resultDescription === id)?.value ?? "–"]),
    first: Date.parse(subject.activityStartDate),
    last: Date.parse(subject.activityEndDate),
    issued: Date.parse(credential.awardedDate),
    until: credential.validUntil && Date.parse(credential.validUntil),
  };
}
