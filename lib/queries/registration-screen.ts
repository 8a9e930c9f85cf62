import 'server-only';
import { CUSTODY_CODES } from '../custody/custody-codes.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { expiryDigits } from '../gs1/expiry.ts';
import { guessChance } from '../gs1/guess-chance.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { instantText } from '../kernel/instant.ts';
import type { Job } from '../store/jobs.ts';
import { loadProduct } from '../store/products.ts';
import { loadEnds } from '../store/registration-chunks.ts';
import { loadFaults } from '../store/registration-faults.ts';
import { loadRegistrationState } from '../store/registration-state.ts';
import { loadRegistration, type RegistrationPhase } from '../store/registrations.ts';
import { countPacks } from '../store/serial-policies.ts';

/** How far a registration has come. */
export interface RegistrationRow {
  readonly jobId: string;
  readonly state: Job['state'];
  readonly phase: RegistrationPhase;
  /** How much of the phase is done, and all of it; equal where nothing is under way. */
  readonly done: number;
  readonly total: number;
  /** When the phase began. */
  readonly startedAt: string | null;
  /** Packs that are registered, or are to be. */
  readonly packs: number;
  readonly faults: number;
  readonly refused: { readonly code: string; readonly text: string | null } | null;
  readonly batch: {
    readonly gtin: string;
    readonly productName: string;
    readonly batch: string;
    readonly expiry: string;
    /** As it is printed: YYMMDD. */
    readonly printed: string;
  };
}

const ID = /^[0-9a-f]{32}$/;

/** A registration of the scope's organisation; `undefined` where there is none of this id. */
export async function registration(scope: OrgScope, id: string): Promise<RegistrationRow | undefined> {
  const found = ID.test(id) ? await loadRegistrationState(scope, id) : undefined;
  if (!found) return undefined;
  const { job, registration: kept } = found;
  const { phase, given, leftOut, faults, expiry, gtin, lot } = kept;
  const product = await loadProduct(scope, gtin);
  return {
    ...{ jobId: id, state: job.state, phase, faults, packs: given - leftOut },
    ...progressOf(found),
    startedAt: job.state === 'running' || job.finishedAt !== undefined ? instantText(kept.since) : null,
    refused: refusalOf(kept.refused),
    batch: { gtin, productName: product?.name ?? gtin, batch: lot, expiry, printed: expiryDigits(expiry) },
  };
}

type Found = NonNullable<Awaited<ReturnType<typeof loadRegistrationState>>>;

function progressOf({ job, registration: { phase, given, wanted, leftOut, checked } }: Found) {
  const packs = given - leftOut;
  switch (phase) {
    case 'uploading':
      return { done: given, total: given };
    case 'generating':
      return { done: given, total: wanted };
    case 'checking':
      return { done: checked, total: given };
    case 'recording':
      return { done: Math.min(job.done, packs), total: packs };
    default:
      return { done: packs, total: packs };
  }
}

const CODES: Readonly<Record<string, string>> = CUSTODY_CODES;

function refusalOf(refused: Json): RegistrationRow['refused'] {
  if (typeof refused !== 'object' || refused === null || !('code' in refused)) return null;
  const code = String(refused['code']);
  return { code, text: CODES[code] ?? null };
}

/** What is to be looked at before the packs are registered. */
export interface RegistrationCheckRow {
  readonly first: string | null;
  readonly last: string | null;
  /** Of one guess, with all packs of the product that the register knows. */
  readonly guessChance: number;
}

/** The check of a registration of the scope's organisation. */
export async function registrationCheck(
  scope: OrgScope,
  id: string,
): Promise<RegistrationCheckRow | undefined> {
  const kept = ID.test(id) ? await loadRegistration(scope, id) : undefined;
  const product = kept && (await loadProduct(scope, kept.gtin));
  if (!kept || !product) return undefined;
  const [ends, inUse] = await Promise.all([loadEnds(id), countPacks(scope, kept.gtin)]);
  const policy = { alphabet: product.serialAlphabet, length: product.serialLength };
  return { ...ends, guessChance: guessChance(policy, inUse + kept.given - kept.leftOut) };
}

/** A row that waits to be mended. */
export interface FaultyRowToMend {
  readonly row: number;
  readonly serial: string;
  /** The fault as it was found: a code with what belongs to it. */
  readonly fault: Json;
  /** Its sentence, where it is one of the rules of custody. */
  readonly text: string | null;
}

const SHOWN = 50;

/** The first faulty rows of a registration of the scope's organisation: more than a person mends before it looks again. */
export async function faultyRows(
  scope: OrgScope,
  id: string,
): Promise<readonly FaultyRowToMend[] | undefined> {
  const kept = ID.test(id) ? await loadRegistration(scope, id) : undefined;
  if (!kept) return undefined;
  const rows = await loadFaults(id, { afterRow: 0, limit: SHOWN });
  return rows.map(({ row, serial, fault }) => ({ row, serial, fault, text: CODES[fault.code] ?? null }));
}
