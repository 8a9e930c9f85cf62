import { parseExpiry } from '../../gs1/expiry.ts';
import { parseGtin } from '../../gs1/gtin.ts';
import { parseLot } from '../../gs1/lot.ts';
import { parseSerial } from '../../gs1/serial.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { type Instant, parseInstant } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { PackTarget } from '../change-event.ts';
import type { LineFault, OperationLine } from './operation-line.ts';

const STATES: readonly PackTarget[] = [
  'active',
  'supplied',
  'destroyed',
  'exported',
  'sample',
  'free-sample',
  'locked',
  'stolen',
];

type Members = { readonly [member: string]: Json };

const KNOWN = new Set([
  'id',
  'state',
  'gtin',
  'serial',
  'batch',
  'expiry',
  'at',
  'entryMode',
  'device',
  'reason',
]);
const PRINTABLE = /^[\x21-\x7e]{1,128}$/;
const WORDS = /^\P{Cc}{0,500}$/u;

/** Reads one line of a list. The first fault is told, with its member. */
export function parseOperationLine(line: Json): Result<OperationLine, LineFault> {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return invalid('');
  const members = line as Members;
  const unknown = Object.keys(members).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return invalid(unknown);
  const at = parseInstant(textIn(members, 'at') ?? '');
  if (!at.ok) return invalid('at');
  const state = stateIn(members);
  if (!state.ok) return state;
  const pack = packIn(members, at.value);
  if (!pack.ok) return pack;
  const entryMode = members['entryMode'];
  if (entryMode !== 'scan' && entryMode !== 'manual')
    return err({ code: 'header/entry-mode', path: 'entryMode' });
  const words = wordsIn(members);
  if (!words.ok) return words;
  return ok({ ...pack.value, ...words.value, state: state.value, entryMode, at: at.value });
}

const invalid = (path: string): Result<never, LineFault> => err({ code: 'body/invalid', path });

function textIn(members: Members, name: string): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function stateIn(members: Members): Result<PackTarget | undefined, LineFault> {
  if (!Object.hasOwn(members, 'state')) return ok(undefined);
  const state = STATES.find((known) => known === members['state']);
  return state ? ok(state) : err({ code: 'pack/state-not-known', path: 'state' });
}

type Read = Pick<OperationLine, 'gtin' | 'serial' | 'lot' | 'expiry'>;

function packIn(members: Members, at: Instant): Result<Read, LineFault> {
  const gtin = parseGtin(textIn(members, 'gtin') ?? '');
  if (!gtin.ok) return err({ code: 'identifier/gtin', path: 'gtin', at: placeOf(gtin.error) });
  const serial = parseSerial(textIn(members, 'serial') ?? '');
  if (!serial.ok) return err({ code: 'identifier/serial', path: 'serial', at: placeOf(serial.error) });
  const batch = optional(members, 'batch', parseLot);
  if (!batch.ok) return err({ code: 'identifier/batch', path: 'batch', at: placeOf(batch.error) });
  const thisYear = new Date(at).getUTCFullYear();
  const expiry = optional(members, 'expiry', (text) => parseExpiry(text, thisYear));
  if (!expiry.ok) return err({ code: 'identifier/expiry', path: 'expiry', at: placeOf(expiry.error) });
  return ok({ gtin: gtin.value, serial: serial.value, lot: batch.value, expiry: expiry.value });
}

const placeOf = (fault: { readonly at?: number }): number => fault.at ?? 0;

function optional<T, E>(
  members: Members,
  name: string,
  parse: (text: string) => Result<T, E>,
): Result<T | undefined, E> {
  return Object.hasOwn(members, name) && members[name] !== null
    ? parse(textIn(members, name) ?? '')
    : ok(undefined);
}

/** What a device is called that cannot be kept is left out, as at the counter. */
function wordsIn(members: Members): Result<Pick<OperationLine, 'id' | 'device' | 'note'>, LineFault> {
  const id = textIn(members, 'id');
  if (Object.hasOwn(members, 'id') && !(id !== undefined && PRINTABLE.test(id))) return invalid('id');
  const note = textIn(members, 'reason');
  if (Object.hasOwn(members, 'reason') && !(note !== undefined && WORDS.test(note))) return invalid('reason');
  const device = textIn(members, 'device') ?? '';
  return ok({ id, note, device: PRINTABLE.test(device) ? device : undefined });
}
