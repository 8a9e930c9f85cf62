import { sha256 } from '#sha256';
import { equalBytes, hexOf, utf8Of } from '../kernel/bytes.ts';
import type { Result } from '../kernel/result.ts';
import { formatAddCheckpoint } from '../ledger/add-checkpoint.ts';
import { openCheckpoint } from '../ledger/checkpoint.ts';
import type { TreeHead } from '../ledger/consistency.ts';
import { parseDecimal } from '../ledger/decimal.ts';
import type { Hash } from '../ledger/hash.ts';
import { formatNoteSignature, parseNoteSignature } from '../ledger/note-signature.ts';
import type { PolicyWitness } from '../ledger/policy.ts';
import { cosignersOf } from '../ledger/quorum.ts';
import { sameKeyName, type Vkey } from '../ledger/vkey.ts';

/** The signed head that is to be cosigned, and what proves that it continues a smaller one. */
export interface HeadToAsk {
  readonly log: Vkey;
  readonly size: bigint;
  readonly note: Uint8Array;
  /** The root of our first `size` entries. */
  readonly rootAt: (size: bigint) => Promise<Hash | undefined>;
  readonly prove: (from: bigint) => Promise<Result<readonly Hash[], { readonly code: string }>>;
}

/** What came of asking one witness. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly line: string }
  /** It has a larger head that this very log signed: then ours was rolled back. */
  | { readonly kind: 'ahead'; readonly size: bigint }
  /** It has another head of a size that ours has passed, and this very log signed that: then ours is a fork. */
  | { readonly kind: 'forked'; readonly size: bigint }
  /** The others were enough, and nobody waited for it: that says nothing about it. */
  | { readonly kind: 'late' }
  | { readonly kind: 'fault'; readonly because: string };

const TIMEOUT_MS = 1_000;
/** An answer is a line or a few, and the head that is shown no longer than the request that brought it. */
const MOST_CHARACTERS = 70_000;
const MOST_LINES = 100;

/**
 * Asks a witness to cosign a head (C2SP tlog-witness), from the size it is believed to have; where it says that it has another, once
 * more from that one. Never throws: whatever a witness does is its own fault.
 */
export async function askWitness(
  witness: PolicyWitness,
  head: HeadToAsk,
  believed: bigint,
  signal: AbortSignal,
): Promise<WitnessAnswer> {
  try {
    const first = await addCheckpoint(witness, head, believed < head.size ? believed : head.size, signal);
    if (first.status !== 409) return await judged(witness, head, first, signal);
    const size = parseDecimal(first.text.replace(/\n$/, ''));
    if (size === undefined) return fault('It answers 409 without a size.');
    if (size > head.size) return await ahead(witness, head, size, signal);
    return await judged(witness, head, await addCheckpoint(witness, head, size, signal), signal);
  } catch (error) {
    if (signal.aborted) return { kind: 'late' };
    return fault(error instanceof Error ? sentenceOf(error) : String(error));
  }
}

const sentenceOf = (error: Error): string =>
  error.name === 'TimeoutError'
    ? `It did not answer within ${TIMEOUT_MS / 1000} s.`
    : 'It cannot be reached.';

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function addCheckpoint(
  { url = '' }: PolicyWitness,
  { note, prove }: HeadToAsk,
  oldSize: bigint,
  signal: AbortSignal,
): Promise<Answer> {
  const proof = await prove(oldSize);
  if (!proof.ok) throw new Error(`no proof from ${oldSize}: ${proof.error.code}`);
  const body = formatAddCheckpoint({ oldSize, proof: proof.value, checkpoint: note });
  return fetchText(`${base(url)}/add-checkpoint`, signal, { method: 'POST', body: Buffer.from(body) });
}

async function fetchText(address: string, signal: AbortSignal, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const text = await response.text();
  return { status: response.status, text: text.slice(0, MOST_CHARACTERS) };
}

/** Only the cosignature decides, and only its own line is taken over: what else an answer holds would spoil the note for everybody. */
async function judged(
  witness: PolicyWitness,
  head: HeadToAsk,
  { status, text }: Answer,
  signal: AbortSignal,
): Promise<WitnessAnswer> {
  if (status === 422)
    return (await forked(witness, head, signal)) ?? fault('It refuses the head with status 422.');
  if (status !== 200) return fault(`It refuses the head with status ${status}.`);
  const policy = { logs: [], witnesses: [witness], groups: [], quorum: 'none' };
  for (const line of text.split('\n').slice(0, MOST_LINES)) {
    const signature = parseNoteSignature(line);
    if (!signature || !sameKeyName(signature, witness.vkey)) continue;
    const own = formatNoteSignature(signature);
    if (cosignersOf(Buffer.concat([head.note, utf8Of(own)]), policy).length === 1)
      return { kind: 'cosigned', line: own };
  }
  return fault('Its cosignature is false.');
}

/** Whether the head it has is of this log and not in our tree; `undefined` where it shows none that says so. */
async function forked(
  witness: PolicyWitness,
  { log, size, rootAt }: HeadToAsk,
  signal: AbortSignal,
): Promise<WitnessAnswer | undefined> {
  const theirs = await headOf(witness, log, signal);
  if (!theirs || theirs.size > size) return undefined;
  const ours = await rootAt(theirs.size);
  return ours && !equalBytes(ours, theirs.root) ? { kind: 'forked', size: theirs.size } : undefined;
}

/** The head that a witness shows of this log, signed by it. */
async function headOf(
  { url = '' }: PolicyWitness,
  log: Vkey,
  signal: AbortSignal,
): Promise<TreeHead | undefined> {
  const { text } = await fetchText(`${base(url)}/${hexOf(sha256(utf8Of(log.name)))}/checkpoint`, signal);
  const opened = openCheckpoint(utf8Of(text), log);
  return opened.ok ? opened.value.checkpoint : undefined;
}

/** A witness may lie about its size, but not about a head that this log has signed. */
async function ahead(
  witness: PolicyWitness,
  { log, size }: HeadToAsk,
  claimed: bigint,
  signal: AbortSignal,
): Promise<WitnessAnswer> {
  const theirs = await headOf(witness, log, signal);
  if (theirs && theirs.size > size) return { kind: 'ahead', size: theirs.size };
  return fault(`It says that it has a head of size ${claimed} and shows none: ${witness.name} may be lying.`);
}

const base = (url: string): string => url.replace(/\/$/, '');
const fault = (because: string): WitnessAnswer => ({ kind: 'fault', because });
