import type { ScanFault } from '../../lib/scan/scan-fault.ts';
import type { ProblemData } from '../ui/problem-data.ts';
import type { KnownParts } from './judge-scan.ts';
import type { PackAnswer, PackOutcome, PackTarget } from './pack-answer.ts';
import type { ScannedPack } from './scanned-pack.ts';

/** One pack in hand, under the request id that its question carries however often it is sent. */
export interface ScanEntry {
  readonly requestId: string;
  readonly pack: ScannedPack;
  /** ISO 8601: when it was read. */
  readonly at: string;
}

/** A change of state that was asked for, under a request id of its own. */
export interface AskedChange {
  readonly requestId: string;
  readonly target: PackTarget;
  readonly reason: string | undefined;
}

/** Why a scan was not sent. */
export type Unread =
  | { readonly kind: 'fault'; readonly fault: ScanFault }
  | { readonly kind: 'incomplete'; readonly read: string; readonly known: KnownParts }
  | { readonly kind: 'other'; readonly read: string };

/** Where the screen stands with the pack in hand. */
export type ScanStage =
  | { readonly at: 'ready' }
  | { readonly at: 'unread'; readonly why: Unread }
  | { readonly at: 'asking'; readonly entry: ScanEntry }
  | { readonly at: 'judged'; readonly entry: ScanEntry; readonly answer: PackAnswer }
  | {
      readonly at: 'changing';
      readonly entry: ScanEntry;
      readonly answer: PackAnswer;
      readonly change: AskedChange;
    }
  | {
      readonly at: 'changed';
      readonly entry: ScanEntry;
      readonly answer: PackAnswer;
      readonly change: AskedChange;
    }
  /** No answer came, or one without a verdict. `asked` is the change asked for, if it was more than to verify. */
  | {
      readonly at: 'failed';
      readonly entry: ScanEntry;
      readonly asked: { readonly answer: PackAnswer; readonly change: AskedChange } | undefined;
      readonly problem: ProblemData;
    };

/** The stage, and a pack that was read while another was still on the screen. */
export interface ScanState {
  readonly stage: ScanStage;
  readonly waiting: ScanEntry | undefined;
}

export type ScanAction =
  | { readonly do: 'read'; readonly entry: ScanEntry }
  | { readonly do: 'misread'; readonly why: Unread }
  | { readonly do: 'answered'; readonly requestId: string; readonly outcome: PackOutcome }
  | { readonly do: 'change'; readonly change: AskedChange }
  | { readonly do: 'retry' }
  | { readonly do: 'next' };

export const START: ScanState = { stage: { at: 'ready' }, waiting: undefined };

/**
 * What follows from what happens. Pure; asking the server is up to the caller, for every stage that
 * {@link questionOf} names a question for. An answer to a question that is no longer open changes nothing.
 */
export function nextScanState(state: ScanState, action: ScanAction): ScanState {
  switch (action.do) {
    case 'read':
      return read(state, action.entry);
    case 'misread':
      return mayBeReplaced(state.stage) ? { ...state, stage: { at: 'unread', why: action.why } } : state;
    case 'answered':
      return { ...state, stage: answered(state.stage, action.requestId, action.outcome) };
    case 'change':
      return { ...state, stage: changeAsked(state.stage, action.change) };
    case 'retry':
      return { ...state, stage: retried(state.stage) };
    case 'next':
      return advance(state);
    default:
      return action satisfies never;
  }
}

/** A supply verdict waits for its pack to be dealt with; everything else gives way to the next scan. */
const mayBeReplaced = (stage: ScanStage): boolean =>
  stage.at !== 'asking' &&
  stage.at !== 'changing' &&
  !(stage.at === 'judged' && stage.answer.verdict === 'supply');

function read(state: ScanState, entry: ScanEntry): ScanState {
  if (mayBeReplaced(state.stage)) return { stage: { at: 'asking', entry }, waiting: undefined };
  const held = entryOf(state.stage);
  return held && samePack(held.pack, entry.pack) ? state : { ...state, waiting: entry };
}

function answered(stage: ScanStage, requestId: string, outcome: PackOutcome): ScanStage {
  const question = questionOf(stage);
  if (question?.requestId !== requestId) return stage;
  const { entry, change } = question;
  if (outcome.kind === 'problem') {
    const asked = stage.at === 'changing' ? { answer: stage.answer, change: stage.change } : undefined;
    return { at: 'failed', entry, asked, problem: outcome.problem };
  }
  const { answer } = outcome;
  return change && changeWasMade(outcome)
    ? { at: 'changed', entry, answer, change }
    : { at: 'judged', entry, answer };
}

/**
 * True where a change was carried out by this very request. A 200 for one that was done before says that perhaps
 * a second pack with the same code is in hand, which is for a person to see.
 */
export const changeWasMade = (outcome: PackOutcome): boolean =>
  outcome.kind === 'answer' &&
  outcome.status === 200 &&
  !outcome.answer.reasons.some(({ code }) => code === 'pack/already-done-here');

function changeAsked(stage: ScanStage, change: AskedChange): ScanStage {
  if (stage.at !== 'judged' && stage.at !== 'changed') return stage;
  return { at: 'changing', entry: stage.entry, answer: stage.answer, change };
}

function retried(stage: ScanStage): ScanStage {
  if (stage.at !== 'failed') return stage;
  const { entry, asked } = stage;
  return asked ? { at: 'changing', entry, ...asked } : { at: 'asking', entry };
}

function advance(state: ScanState): ScanState {
  if (questionOf(state.stage)) return state;
  const { waiting } = state;
  return { stage: waiting ? { at: 'asking', entry: waiting } : { at: 'ready' }, waiting: undefined };
}

/** The question that is open with the server; `undefined` while there is none. */
export function questionOf(
  stage: ScanStage,
):
  | { readonly requestId: string; readonly entry: ScanEntry; readonly change: AskedChange | undefined }
  | undefined {
  if (stage.at === 'asking') {
    return { requestId: stage.entry.requestId, entry: stage.entry, change: undefined };
  }
  if (stage.at === 'changing') {
    return { requestId: stage.change.requestId, entry: stage.entry, change: stage.change };
  }
  return undefined;
}

const entryOf = (stage: ScanStage): ScanEntry | undefined => ('entry' in stage ? stage.entry : undefined);

const samePack = (a: ScannedPack, b: ScannedPack): boolean =>
  a.gtin === b.gtin && a.serial === b.serial && a.batch === b.batch && a.expiry === b.expiry;
