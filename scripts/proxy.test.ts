import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy } from '../proxy.ts';

const answer = () => proxy(new NextRequest('http://localhost:3000/scan?x=1'));

test('a page runs only the scripts and styles of its own answer, and nobody frames it', () => {
  const policy = answer().headers.get('content-security-policy') ?? '';
  const directives = new Map(policy.split('; ').map((each) => [each.split(' ')[0], each] as const));
  expect(policy).not.toContain('unsafe-inline');
  expect(directives.get('script-src')).toMatch(
    / 'nonce-[A-Za-z0-9+/=]{40,}' 'strict-dynamic' 'wasm-unsafe-eval'/,
  );
  expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
  expect(directives.get('default-src')).toBe("default-src 'none'");
});

test('no two answers share a nonce', () => {
  const nonce = () => /'nonce-([^']+)'/.exec(answer().headers.get('content-security-policy') ?? '')?.[1];
  expect(nonce()).not.toBe(nonce());
});

test('nothing of a page is kept on the way, and only the camera may be asked for', () => {
  const { headers } = answer();
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=()');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('an address whose percent-encoding is damaged is answered as one where nothing is', () => {
  const rewritten = (path: string) =>
    proxy(new NextRequest(`http://localhost:3000${path}`)).headers.get('x-middleware-rewrite');
  for (const path of ['/packs/09506000134352/%FF', '/batches/%E0%A4%A/1'])
    expect(rewritten(path)).toBe('http://localhost:3000/unreadable');
  expect(rewritten('/packs/09506000134352/A%2F1')).toBeNull();
});

test('a client that asks for the links of a Digital Link gets them at its address, a browser gets the page', () => {
  const rewritten = (query: string, accept: string) =>
    proxy(
      new NextRequest(`http://localhost:3000/01/09506000134352/21/A%2F1${query}`, { headers: { accept } }),
    ).headers.get('x-middleware-rewrite');
  const links = 'http://localhost:3000/linkset/01/09506000134352/21/A%2F1';
  expect(rewritten('', 'application/linkset+json')).toBe(links);
  expect(rewritten('?linkType=linkset', '*/*')).toBe(`${links}?linkType=linkset`);
  expect(rewritten('', 'text/html,application/xhtml+xml,*/*;q=0.8')).toBeNull();
});
