/* The service worker: trainers' pages open without network. Drawn by training.views.device.service_worker.
 *
 * Pages come from the network, always; without it, a page of the trainers is answered by the shell, which
 * holds no name and draws from the device, any other by a calm word. From the cache come only the files of
 * this release, by their own addresses. */
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
});

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll([...HERE.assets, HERE.shell, HERE.noNetwork]);
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

async function page(request, path) {
  const isTrainers = path.startsWith(HERE.trainer);
  try {
    const answer = fetch(request);
    return await (isTrainers && request.method === "GET" ? soon(answer) : answer);
  } catch {
    return caches.match(isTrainers ? HERE.shell : HERE.noNetwork);
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
