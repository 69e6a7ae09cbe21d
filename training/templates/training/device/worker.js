/* The service worker: trainers' pages open without network. Drawn by training.views.device.service_worker.
 *
 * Pages come from the network, always; without it, a page of the trainers is answered by the shell, which
 * holds no name and draws from the device, one of a kit (shell.kits) by the page of that kit, any other by a
 * calm word. From the cache come only the files of this release, by their own addresses, and what a kit keeps
 * as it was when there was network last. */
"use strict";
const HERE = {{ facts|safe }};
const CACHE = `grenstaal-${HERE.version}`;
const PATIENCE = 8000; // milliseconds: a network that hardly is one counts as none

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener("message", ({ data }) => data === "claim" && self.clients.claim());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, address.pathname));
  else if (HERE.assets.includes(address.pathname)) event.respondWith(file(request));
  else if (HERE.kits.some((kit) => kit.fresh.includes(address.pathname))) event.respondWith(newest(request));
});

async function fill() {
  const cache = await caches.open(CACHE);
  const ofKits = HERE.kits.flatMap((kit) => [kit.page, ...kit.fresh.map((one) => new Request(one, { cache: "no-cache" }))]);
  await cache.addAll([...HERE.assets, HERE.shell, HERE.noNetwork, ...ofKits]);
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

async function page(request, path) {
  const instead = pageInstead(path);
  try {
    const answer = fetch(request);
    return await (instead && request.method === "GET" ? soon(answer) : answer);
  } catch {
    return caches.match(instead ?? HERE.noNetwork);
  }
}

function pageInstead(path) {
  if (path.startsWith(HERE.trainer)) return HERE.shell;
  return HERE.kits.find((kit) => kit.paths.some((start) => path.startsWith(start)))?.page;
}

/** From the network, and kept; without it, as it was. */
async function newest(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(CACHE)).put(request.url, answer.clone());
    return answer;
  } catch {
    return (await caches.match(request.url)) ?? Response.error();
  }
}

/** The answer, if it comes while somebody still waits for it. */
function soon(answer) {
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
  return Promise.race([answer, late]);
}

async function file(request) {
  const kept = await caches.match(request, { ignoreSearch: true });
  return kept ?? fetch(request);
}
