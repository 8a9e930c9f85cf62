import { parseKnownHead } from './check-known-head.ts';
import type { KnownHead } from './proof.ts';

const keyOf = (logPath: string): string => `vialog-head:${logPath}`;

/** The head of the log at this address, as this browser saw it last. */
export const knownHead = (logPath: string): KnownHead | undefined =>
  parseKnownHead(localStorage.getItem(keyOf(logPath)));

/** Remembers the head for the next time. */
export const rememberHead = (logPath: string, head: KnownHead): void =>
  localStorage.setItem(keyOf(logPath), JSON.stringify(head));

/** Forgets it, on the reader's express wish. */
export const forgetHead = (logPath: string): void => localStorage.removeItem(keyOf(logPath));
