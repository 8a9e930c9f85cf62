import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The accounts that the journeys take, named by their role; a second one of a role by its number. */
export type Role =
  | 'manufacturer'
  | 'contract-manufacturer'
  | 'wholesaler'
  | 'pharmacy'
  | 'pharmacy-2'
  | 'hospital'
  | 'regulator';

/** A pack as its print says; `expiry` as YYMMDD. */
export interface Pack {
  readonly gtin: string;
  readonly serial: string;
  readonly batch: string;
  readonly expiry: string;
}

interface DemoUser {
  readonly role: string;
  readonly organisation: string;
  readonly gln: string;
  readonly location: string;
  readonly email: string;
  readonly password: string;
}

interface DemoPack extends Pack {
  readonly purpose: string;
  readonly elementString: string;
}

/** What demo.json in the data folder names: accounts, keys and packs to try. */
export interface DemoWorld {
  readonly users: readonly DemoUser[];
  readonly apiKeys: Readonly<Record<string, string>>;
  readonly packs: readonly DemoPack[];
}

/** Reads demo.json of the server under test, or of another data folder, which is there once the server answers. */
export const readDemoWorld = (folder = process.env['VIALOG_DATA_DIR'] ?? '.data'): DemoWorld =>
  JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'));

/** The account of a role: the part of its address before the @. */
export function userOf(world: DemoWorld, role: Role): DemoUser {
  const user = world.users.find(({ email }) => email.split('@')[0] === role);
  if (user === undefined) throw new Error(`demo.json has no ${role}`);
  return user;
}

/** The first pack whose purpose holds all of these words. */
export function packFor(world: DemoWorld, ...words: readonly string[]): DemoPack {
  const pack = world.packs.find(({ purpose }) => words.every((word) => purpose.includes(word)));
  if (pack === undefined) throw new Error(`demo.json has no pack for “${words.join(' ')}”`);
  return pack;
}
