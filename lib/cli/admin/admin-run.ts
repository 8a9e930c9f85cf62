import type { AdminInput } from '../admin-input.ts';
import type { ConsoleIo } from '../console-io.ts';

/** What a command answers: for people, and for programs. */
export interface AdminAnswer {
  readonly lines: readonly string[];
  readonly json: unknown;
}

/** What a command does with its options; throws UnusableInput where they cannot be used. */
export type AdminRun = (input: AdminInput, io: ConsoleIo) => Promise<AdminAnswer>;
