import type { CounterAnswer } from '../../custody/counter/counter-answer.ts';
import type { CounterCode } from '../../custody/counter/counter-codes.ts';
import type { PreviousAnswer } from '../../custody/counter/counter-facts.ts';
import type { CounterRequest } from '../../custody/counter/counter-request.ts';
import { judgeAtCounter } from '../../custody/counter/judge-at-counter.ts';
import type { PackItem, Statement } from '../../custody/statement.ts';
import { lgtinUri } from '../../gs1/digital-link.ts';
import { type Expiry, expiryDigits, parseExpiry } from '../../gs1/expiry.ts';
import { type Lot, parseLot } from '../../gs1/lot.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ObservationSighting } from '../sighting.ts';
import type { Register } from './register.ts';
import type { ReplayLedger } from './replay-ledger.ts';
import type { ReplayLine } from './replay-line.ts';

/** custody.md 3: "once more" is a second verification within 30 minutes. */
const WINDOW_MS = 30 * 60_000;

/** What the counter answers to one pack, and what is kept of it. */
export interface ReplayAnswer {
  readonly answer: CounterAnswer;
  readonly observation: ObservationSighting;
}

/** Which detector speaks where the counter gives a code. */
const DETECTORS: Partial<Record<CounterCode, string>> = {
  'pack/unknown': 'D01',
  'batch/unknown': 'D01',
  'product/unknown': 'D01',
  'pack/batch-mismatch': 'D02',
  'pack/expiry-mismatch': 'D02',
  'pack/already-supplied': 'D03',
  'pack/destroyed': 'D03',
  'pack/exported': 'D03',
  'pack/sample': 'D03',
  'pack/free-sample': 'D03',
  'pack/supplied-by-non-holder': 'D03',
  'pack/not-held': 'D09',
  'batch/recalled': 'D12',
  'batch/expired': 'D13',
  'pack/stolen': 'D14',
  'pack/locked': 'D14',
  'product/withdrawn': 'D16',
};

/** The detectors behind an answer, in the order of the catalogue. */
export const detectorsBehind = ({ verdict, reasons }: CounterAnswer): readonly string[] =>
  verdict === 'supply' ? [] : [...new Set(reasons.flatMap(({ code }) => DETECTORS[code] ?? []))].sort();

/** The counter of a replay: what a person would have been told at that moment. */
export class ReplayCounter {
  readonly #register: Register;
  readonly #ledger: ReplayLedger;
  readonly #previous = new Map<string, readonly PreviousAnswer[]>();

  constructor(register: Register, ledger: ReplayLedger) {
    this.#register = register;
    this.#ledger = ledger;
  }

  /** Judges the supply or the verification of a pack that a line tells of; `custodyCoverage` is the asker's. */
  judge(
    line: ReplayLine,
    statement: Statement,
    pack: PackItem,
    custodyCoverage: number,
  ): ReplayAnswer | undefined {
    const party = this.#register.parties.get(statement.reporter);
    if (!party) return undefined;
    const request = this.#requestOf(line, statement, pack);
    const state = this.#ledger.stateOf(pack.uri);
    const place = `${statement.reporter} ${statement.location ?? ''} ${pack.uri}`;
    const previous = (this.#previous.get(place) ?? []).filter(({ at }) => at >= request.at - WINDOW_MS);
    const product = this.#register.products.get(pack.gtin);
    const batch =
      request.lot === undefined ? undefined : this.#ledger.batch(lgtinUri(pack.gtin, request.lot));
    const answer = judgeAtCounter(request, {
      ...(product && { product }),
      ...(batch && { batch: { ...batch, known: true } }),
      ...(state && { pack: state }),
      ...{ party, custodyCoverage, previous },
      siteCountry: statement.country,
      siteTimeZone: statement.timeZone,
    });
    const operationId = statement.event;
    const code = answer.reasons[0].code;
    if (answer.verdict !== 'supply')
      this.#previous.set(place, [
        ...previous,
        { at: request.at, operationId, verdict: answer.verdict, code },
      ]);
    return { answer, observation: observationOf(request, statement, pack, answer) };
  }

  /** What was not read from a label is taken from the register: then only the state of the pack is asked for. */
  #requestOf(
    line: ReplayLine,
    statement: Statement,
    { gtin, serial, uri }: PackItem,
  ): CounterRequest<'verify' | 'supply'> {
    const state = this.#ledger.stateOf(uri);
    const { scanned } = line;
    return {
      kind: statement.act === 'supply' ? 'supply' : 'verify',
      ...{ gtin, serial },
      lot: scanned ? lotOf(scanned.lot) : state?.lot,
      expiry: expiryOf(scanned ? scanned.expiry : state?.expiry),
      ...{ party: statement.reporter, location: statement.location, at: line.recordTime },
      entryMode: line.source === 'manual' ? 'manual' : 'scan',
    };
  }
}

function lotOf(text: string | undefined): Lot | undefined {
  const lot = text === undefined ? undefined : parseLot(text);
  return lot?.ok ? lot.value : undefined;
}

function expiryOf(date: LocalDate | undefined): Expiry | undefined {
  const parsed = date === undefined ? undefined : parseExpiry(expiryDigits(date), Number(date.slice(0, 4)));
  return parsed?.ok ? parsed.value : undefined;
}

const observationOf = (
  request: CounterRequest<'verify' | 'supply'>,
  { reporter, location, event }: Statement,
  { uri, gtin, serial }: PackItem,
  { verdict, reasons }: CounterAnswer,
): ObservationSighting => ({
  ...{ kind: 'observation', realm: 0, id: event, at: request.at, organisation: reporter, location },
  ...{ entryMode: request.entryMode, operation: request.kind === 'supply' ? 'supplied' : 'verify' },
  ...{ pack: uri, gtin, serial, lot: request.lot, expiry: request.expiry?.printed, verdict, reasons },
});
