import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BUNDLE_SIGNERS, bundleFileInTests } from '../../lib/evidence/bundle/bundle-in-tests.ts';
import { verifyBundle } from '../../lib/evidence/bundle/verify-bundle.ts';
import { signerVkey } from '../../lib/ledger/signer-key.ts';
import { formatVkey } from '../../lib/ledger/vkey.ts';
import { BundleAnswer, BundleRefused } from './bundle-answer.tsx';

const KEY = formatVkey(signerVkey(BUNDLE_SIGNERS.log));

function pageOf(siteKeys: readonly string[], logKey = false): string {
  const verified = verifyBundle(
    bundleFileInTests(),
    logKey ? { logKey: signerVkey(BUNDLE_SIGNERS.log) } : {},
  );
  if (!verified.ok) throw new Error(verified.error.code);
  return renderToStaticMarkup(createElement(BundleAnswer, { bundle: verified.value, siteKeys }));
}

test('a bundle that holds is told with its head, its witnesses, its history and what was erased', () => {
  const page = pageOf([KEY]);
  expect(page).toContain('The bundle holds');
  expect(page).toContain('2 of 2 witnesses have signed that head');
  expect(page).toContain('4 events, all from the first to the last shown here');
  expect(page).toContain('erased by its reporter');
  expect(page).toContain('1 events are signed with their organisation’s own key');
});

test('whose key the head is signed with is said: the reader’s, this site’s, or the bundle’s own', () => {
  expect(pageOf([], true)).toContain('with the key that you gave');
  expect(pageOf([KEY])).toContain('with the key of this site’s log');
  expect(pageOf([])).toContain('The key is the bundle’s own');
});

test('a bundle that does not hold is told loudly, with the place', () => {
  const page = renderToStaticMarkup(
    createElement(BundleRefused, { fault: { code: 'bundle/history', at: '/entries/2', because: 'x' } }),
  );
  expect(page).toContain('DOES NOT HOLD');
  expect(page).toContain('/entries/2');
});
