import { readFileSync } from 'node:fs';
import { haveVectors, vectorPath } from '../kernel/vectors-in-tests.ts';

/** The objects of a JSON-lines file of the test material, or none where the material is absent. */
export function vectorLines<T>(path: string): readonly T[] {
  if (!haveVectors) return [];
  return readFileSync(vectorPath(path), 'utf8')
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}
