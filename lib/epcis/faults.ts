import type { EpcisError, EpcisErrorCode } from './epcis-error.ts';

/** How many faults one answer lists: enough to mend a file by, too few to be worth provoking. */
const MAX_FAULTS = 100;

/** Collects the faults of a document, the first hundred of them. */
export class Faults {
  readonly found: EpcisError[] = [];

  /** True when looking further is pointless. */
  get full(): boolean {
    return this.found.length >= MAX_FAULTS;
  }

  add(code: EpcisErrorCode, path: string, detail: string): void {
    if (!this.full) this.found.push({ code, path, detail });
  }
}

/** The JSON pointer (RFC 6901) of a member or item of what stands at `path`. */
export const pointer = (path: string, key: string | number): string =>
  typeof key === 'number' || !/[~/]/.test(key)
    ? `${path}/${key}`
    : `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const SHOWN_LENGTH = 60;

/** A received value in a few characters, for the words of a fault. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
