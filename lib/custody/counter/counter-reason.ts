import type { Gln } from '../../gs1/gln.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { EventRef } from '../pack-state.ts';
import type { EarlierSupply } from '../visibility/disclose-earlier-supply.ts';
import type { CounterCode } from './counter-codes.ts';

/** Where an earlier supply happened, as the asker may know it (custody.md 6: never another party). */
type SuppliedWhere =
  | { readonly where: 'here'; readonly date: LocalDate }
  | { readonly where: 'branch'; readonly date: LocalDate; readonly location: Gln | undefined }
  | ({ readonly where: 'elsewhere' } & Partial<EarlierSupply>);

/** A misread is asked for once; the second answer is final. `again`: this is the second. */
interface Repeat {
  readonly again: boolean;
}

type Nothing = Readonly<Record<never, never>>;

/** What each reason carries. Dates are calendar dates at the asker's site. */
interface CounterParams {
  'pack/held': { readonly since: LocalDate };
  'container/unpacking-inferred': { readonly since: LocalDate };
  'pack/shipment-open': { readonly since: LocalDate };
  'pack/receipt-inferred': { readonly since: LocalDate };
  'pack/held-in-group': Nothing;
  'pack/not-held': { readonly suppliable: boolean };
  'pack/supplied-by-non-holder': EarlierSupply & { readonly own: boolean };
  'pack/not-entitled': { readonly state: string };
  'pack/locked': Nothing;
  'pack/already-supplied': SuppliedWhere;
  'pack/already-done-here': { readonly minutesAgo: number };
  'pack/destroyed': Partial<EarlierSupply>;
  'pack/exported': Partial<EarlierSupply>;
  'pack/sample': Partial<EarlierSupply>;
  'pack/free-sample': Partial<EarlierSupply>;
  'pack/stolen': Partial<EarlierSupply>;
  'pack/batch-mismatch': Repeat;
  'pack/expiry-mismatch': Repeat;
  'pack/unknown': Repeat;
  'pack/changed': { readonly state: string };
  'pack/undo-too-late': { readonly date: LocalDate };
  'pack/undo-elsewhere': { readonly date: LocalDate; readonly location: Gln | undefined };
  'pack/undo-not-yours': Nothing;
  'pack/undo-moved-on': Nothing;
  'pack/undo-nothing': Nothing;
  'batch/unknown': Repeat;
  'batch/recalled': { readonly since: LocalDate; readonly recallClass: 'I' | 'II' | 'III' | undefined };
  'batch/expired': { readonly expiry: LocalDate };
  'product/unknown': Nothing;
  'product/withdrawn': { readonly since: LocalDate; readonly country: string };
}

/** One reason of an answer. `event` names the asker's own event, never another organisation's. */
export type CounterReason = {
  readonly [C in CounterCode]: {
    readonly code: C;
    readonly params: CounterParams[C];
    readonly event?: EventRef;
  };
}[CounterCode];
