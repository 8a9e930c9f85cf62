import 'server-only';
import { z } from 'zod';
import { CUSTODY_CODES } from '../custody/custody-codes.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { localDateAt } from '../kernel/local-date.ts';
import { type Job, loadJob } from '../store/jobs.ts';
import { loadProduct, loadProductsToRegister } from '../store/products.ts';
import { loadRegisteredBatch } from '../store/registration.ts';
import { ownPlace } from './own-place.ts';

/** What Register a batch starts with. */
export interface RegisterScreenRow {
  readonly products: readonly {
    readonly gtin: string;
    readonly name: string;
    readonly serialLength: number;
    readonly serialAlphabet: string;
  }[];
  readonly today: string;
}

/** The products whose packs may be registered from here, and the date there. */
export async function registerScreen(scope: OrgScope, at: Instant): Promise<RegisterScreenRow> {
  const [products, place] = await Promise.all([loadProductsToRegister(scope, at), ownPlace(scope)]);
  return {
    products: products
      .filter(({ itemLevel }) => itemLevel === 'serial')
      .map(({ gtin, name, serialLength, serialAlphabet }) => ({ gtin, name, serialLength, serialAlphabet })),
    today: localDateAt(at, place.timeZone),
  };
}

/** How far a registration has come. */
export interface RegistrationRow {
  readonly jobId: string;
  readonly state: Job['state'];
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly refused: readonly RefusedRow[];
  readonly batch: {
    readonly gtin: string;
    readonly productName: string;
    readonly batch: string;
    readonly expiry: string;
  };
}

interface RefusedRow {
  readonly row: number;
  readonly serial: string;
  readonly code: string;
  readonly text: string;
}

/** As the job that registers batches is called. */
const KIND = 'register-batch';

/** A registration of the scope's organisation; `undefined` where there is none of this id. */
export async function registration(scope: OrgScope, id: string): Promise<RegistrationRow | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
  const [job, batch] = await Promise.all([loadJob(scope, id), loadRegisteredBatch(scope, KIND, id)]);
  if (!job || !batch) return undefined;
  const product = await loadProduct(scope, batch.gtin);
  const { state, total, done, failed, startedAt, finishedAt } = job;
  return {
    ...{ jobId: id, state, total, done, failed },
    startedAt: startedAt === undefined ? null : instantText(startedAt),
    finishedAt: finishedAt === undefined ? null : instantText(finishedAt),
    refused: job.errors.flatMap((error) => refusedRow(error)),
    batch: {
      gtin: batch.gtin,
      productName: product?.name ?? batch.gtin,
      batch: batch.lot,
      expiry: batch.expiry,
    },
  };
}

const refusal = z.object({ row: z.number(), serial: z.string(), code: z.string() });
/** A whole event that was refused: which of the job's events, and why. */
const refusedEvent = z.object({ at: z.number(), code: z.string() });
const EVENT_PACKS = 1000;

const CODES: Readonly<Record<string, string>> = CUSTODY_CODES;

function refusedRow(error: unknown): readonly RefusedRow[] {
  const read = refusal.safeParse(error);
  if (read.success)
    return [{ ...read.data, text: CODES[read.data.code] ?? 'This pack could not be registered.' }];
  const event = refusedEvent.safeParse(error);
  if (!event.success) return [];
  const row = event.data.at * EVENT_PACKS + 1;
  return [
    {
      row,
      serial: '',
      code: event.data.code,
      text: 'The rows from here on were refused; nothing of them is stored.',
    },
  ];
}
