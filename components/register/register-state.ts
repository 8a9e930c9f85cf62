import { expiryDigits } from '../../lib/gs1/expiry.ts';
import { type LotError, parseLot } from '../../lib/gs1/lot.ts';
import { parseLocalDate } from '../../lib/kernel/local-date.ts';
import type { ProductChoice, RegisterRequest } from './register-data.ts';
import type { SerialRow } from './serial-rows.ts';

export const STEPS = ['product', 'batch', 'serials', 'check'] as const;
export type StepName = (typeof STEPS)[number];

/** What has been answered so far, and which step is open. */
export interface RegisterState {
  readonly open: StepName;
  readonly product: ProductChoice | undefined;
  readonly batch: string;
  /** `YYYY-MM-DD`, empty until chosen. */
  readonly expiry: string;
  readonly rows: readonly SerialRow[];
}

export const EMPTY_REGISTER: RegisterState = {
  open: 'product',
  product: undefined,
  batch: '',
  expiry: '',
  rows: [],
};

/** Why batch and expiry cannot be taken as they stand. */
export interface BatchFaults {
  readonly batch?: LotError;
  readonly expiry?: 'missing' | 'past';
}

/** Judges batch and expiry on the site's date. */
export function batchFaults(batch: string, expiry: string, today: string): BatchFaults {
  const lot = parseLot(batch);
  const missing = parseLocalDate(expiry) === undefined;
  return {
    ...(lot.ok ? {} : { batch: lot.error }),
    ...(missing ? { expiry: 'missing' as const } : expiry < today ? { expiry: 'past' as const } : {}),
  };
}

/** True where a step has its answer, so that those after it can be reached. */
function isAnswered(step: StepName, state: RegisterState, today: string): boolean {
  switch (step) {
    case 'product':
      return state.product !== undefined;
    case 'batch': {
      const { batch, expiry } = batchFaults(state.batch, state.expiry, today);
      return batch === undefined && expiry === undefined;
    }
    case 'serials':
      return state.rows.length > 0 && state.rows.every(({ fault }) => fault === undefined);
    case 'check':
      return false;
    default:
      return step satisfies never;
  }
}

/** The first step without an answer: where to go on. */
export const nextStep = (state: RegisterState, today: string): StepName =>
  STEPS.find((step) => !isAnswered(step, state, today)) ?? 'check';

/** What will be sent; `undefined` while something is missing. */
export function requestOf(state: RegisterState, today: string): RegisterRequest | undefined {
  const expiry = parseLocalDate(state.expiry);
  if (!state.product || !expiry || nextStep(state, today) !== 'check') return undefined;
  return {
    gtin: state.product.gtin,
    batch: state.batch,
    expiry: expiryDigits(expiry),
    serials: state.rows.map(({ serial }) => serial),
  };
}
