import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import type { Result } from '../kernel/result.ts';
import { formatAddCheckpoint } from '../ledger/add-checkpoint.ts';
import { openCheckpoint } from '../ledger/checkpoint.ts';
import { parseDecimal } from '../ledger/decimal.ts';
import type { Hash } from '../ledger/hash.ts';
import type { PolicyWitness } from '../ledger/policy.ts';
import { cosignersOf } from '../ledger/quorum.ts';
import type { Vkey } from '../ledger/vkey.ts';

/** The signed head that is to be cosigned, and what proves that it continues a smaller one. */
export interface HeadToAsk {
  readonly log: Vkey;
  readonly size: bigint;
  readonly note: Uint8Array;
  readonly prove: (from: bigint) => Promise<Result<readonly Hash[], { readonly code: string }>>;
}

/** What came of asking one witness. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly line: string }
  /** It has a larger head that this very log signed: then ours was rolled back. */
  | { readonly kind: 'ahead'; readonly size: bigint }
  | { readonly kind: 'fault'; readonly because: string };

const TIMEOUT_MS = 1_000;
/** An answer is a line or a few. */
const MOST_CHARACTERS = 20_000;

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
    if (first.status !== 409) return await judged(witness, head, first);
    const size = parseDecimal(first.text.replace(/\n$/, ''));
    if (size === undefined) return fault('It answers 409 without a size.');
    if (size > head.size) return await ahead(witness, head, size, signal);
    return await judged(witness, head, await addCheckpoint(witness, head, size, signal));
  } catch (error) {
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

/** Only the cosignature decides, whatever the status says beside it. */
async function judged(
  witness: PolicyWitness,
  head: HeadToAsk,
  { status, text }: Answer,
): Promise<WitnessAnswer> {
  if (status !== 200) return fault(`It refuses the head with status ${status}.`);
  const policy = { logs: [], witnesses: [witness], groups: [], quorum: 'none' };
  const note = Buffer.concat([head.note, utf8Of(text)]);
  return cosignersOf(note, policy).length === 1
    ? { kind: 'cosigned', line: text }
    : fault('Its cosignature is false.');
}

/** A witness may lie about its size, but not about a head that this log has signed. */
async function ahead(
  { name, url = '' }: PolicyWitness,
  { log, size }: HeadToAsk,
  claimed: bigint,
  signal: AbortSignal,
): Promise<WitnessAnswer> {
  const { text } = await fetchText(`${base(url)}/${hexOf(sha256(utf8Of(log.name)))}/checkpoint`, signal);
  const opened = openCheckpoint(utf8Of(text), log);
  if (opened.ok && opened.value.checkpoint.size > size)
    return { kind: 'ahead', size: opened.value.checkpoint.size };
  return fault(`It says that it has a head of size ${claimed} and shows none: ${name} may be lying.`);
}

const base = (url: string): string => url.replace(/\/$/, '');
const fault = (because: string): WitnessAnswer => ({ kind: 'fault', because });
