/**
 * Keeps the shell of the Scan page on the device. It holds the page that is the same for everybody, its scripts and styles and the
 * camera's decoder; never an answer to anybody, never a page of somebody's. What was scanned is kept elsewhere, sealed, by the page itself.
 */
const VERSION = new URL(self.location.href).searchParams.get('v') ?? 'none';
const CACHE = `vialog-shell-${VERSION}`;
const SHELL = '/offline';

/** Pages that open as the shell while the server does not answer. */
const PAGES = new Set(['/', '/scan', SHELL]);

/** So long is a page waited for. */
const PATIENCE_MS = 3_000;

/** Files with their content in their name, and others that change with the build only. */
const isKeptFile = (path) =>
  path.startsWith('/_next/static/') || path.startsWith('/wasm/') || FILES.includes(path);
const FILES = ['/icon.svg', '/icon-192.png', '/icon-512.png', '/manifest.webmanifest'];

/** More files than this and something else than a shell is read. */
const MOST_FILES = 300;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGES.has(url.pathname)) event.respondWith(pageOrShell(request));
  else if (isKeptFile(url.pathname)) event.respondWith(keptFile(request));
});

/** The shell is asked for as nobody, so that it is nobody's. */
async function keepShell() {
  const cache = await caches.open(CACHE);
  const shell = await fetch(SHELL, { credentials: 'omit', cache: 'no-store' });
  if (!shell.ok) throw new Error('the shell cannot be kept');
  const found = new Set([...FILES, '/wasm/zxing_reader.wasm', ...filesNamedIn(await shell.clone().text())]);
  await cache.put(SHELL, shell);
  // A Set goes on to what is added while it is read: scripts name the scripts that they load later, styles their fonts.
  for (const path of found) {
    const answer = await fetch(path, { credentials: 'omit' });
    if (!answer.ok) continue;
    if (/\.(js|css)$/.test(path) && found.size < MOST_FILES)
      for (const named of filesNamedIn(await answer.clone().text(), path)) found.add(named);
    await cache.put(path, answer);
  }
}

function filesNamedIn(text, from = '/') {
  const named = [
    ...text.matchAll(/(?:\/_next\/)?static\/(?:chunks|media)\/[\w.~@%()[\]-]+\.(?:js|css|woff2)/g),
  ];
  const beside = [...text.matchAll(/url\(["']?(\.\.\/media\/[\w.~-]+\.woff2)/g)];
  return [
    ...named.map(([path]) => (path.startsWith('/') ? path : `/_next/${path}`)),
    ...beside.map(([, path]) => new URL(path, new URL(from, self.location.origin)).pathname),
  ];
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('vialog-shell-') && name !== CACHE)
      .map((name) => caches.delete(name)),
  );
}

async function keptFile(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: false });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** The page as the server gives it; the shell where it does not answer in time or is out of order. */
async function pageOrShell(request) {
  const page = fetch(request);
  const late = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  const answer = await Promise.race([page.catch(() => undefined), late]);
  if (answer && answer.status < 500) return answer;
  const cache = await caches.open(CACHE);
  return (await cache.match(SHELL)) ?? page;
}
