import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../env.ts';

let known: string | undefined;

/** What names this build of the site; `undefined` in development, where scripts change while they run. */
export function buildId(): string | undefined {
  known ??= env().production ? read() : '';
  return known === '' ? undefined : known;
}

function read(): string {
  try {
    return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), '.next/BUILD_ID'), 'utf8').trim();
  } catch {
    return '';
  }
}
