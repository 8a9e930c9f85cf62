import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';

/** What no test reads yet, and why. */
const NOT_READ: Record<string, string> = {
  'rfc6962-merkle/subtreeinclusion-': 'subtree proofs are for mirrors and sign-subtree',
  'rfc6962-merkle/subtreeconsistency-': 'subtree proofs are for mirrors and sign-subtree',
};

const FOLDERS = ['lib/ledger', 'lib/evidence', 'lib/kernel'];
const root = new URL('../../', import.meta.url);

test.skipIf(!haveVectors)(
  `every vector of tlog is read but those of ${Object.keys(NOT_READ).join(', ')}: no subtree proof yet${vectorsNote}`,
  () => {
    const tests = FOLDERS.flatMap((folder) =>
      readdirSync(new URL(folder, root))
        .filter((name) => name.endsWith('.test.ts') && name !== 'vectors-not-read.test.ts')
        .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
    ).join('\n');
    const files = readdirSync(vectorPath('tlog'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    );
    const isRead = (file: string): boolean => {
      const name = file.slice(file.lastIndexOf('/') + 1).replace('.json', '');
      return tests.includes(name) || (file.startsWith('jcs/') && tests.includes('tlog/jcs'));
    };
    const unread = files.filter((file) => !isRead(file));
    const excused = (file: string) => Object.keys(NOT_READ).some((name) => file.startsWith(name));
    expect(unread.filter((file) => !excused(file))).toEqual([]);
  },
);
