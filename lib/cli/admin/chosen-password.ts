import { randomBytes } from 'node:crypto';
import type { AdminInput } from '../admin-input.ts';
import type { ConsoleIo } from '../console-io.ts';

/** A new password, and whether the person who gave the order knows it already. */
export interface ChosenPassword {
  readonly password: string;
  readonly generated: boolean;
}

/** 120 random bits: twenty characters of base64url. */
const GENERATED_BYTES = 15;

/**
 * The password for a new person: read from standard input with `--password-stdin`, asked for at a terminal, else made. An empty
 * answer at the terminal has one made too.
 */
export async function chosenPassword(input: AdminInput, io: ConsoleIo): Promise<ChosenPassword> {
  const fromInput = input['password-stdin'] === true;
  const typed =
    fromInput || io.isInteractive ? await io.readSecret('Password (empty: one is made for you): ') : '';
  if (typed !== '' || fromInput) return { password: typed, generated: false };
  return { password: randomBytes(GENERATED_BYTES).toString('base64url'), generated: true };
}

/** How a made password is told, once. */
export const passwordLines = ({ password, generated }: ChosenPassword): readonly string[] =>
  generated ? [`Password, shown this once: ${password}`] : [];
