import { base64Of, parseBase64 } from '../kernel/base64.ts';
import { concatBytes, parseUtf8, utf8Of } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type OpenCheckpointError, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { parseDecimal } from './decimal.ts';
import { type Hash, leafHash, parseHash } from './hash.ts';
import { type InclusionError, verifyInclusion } from './inclusion.ts';
import type { Vkey } from './vkey.ts';

/** An inclusion proof that stands on its own (C2SP tlog-proof). */
export interface TlogProof {
  readonly index: bigint;
  /** Siblings from the leaf up. */
  readonly proof: readonly Hash[];
  /** The signed note, as the log published it. */
  readonly checkpoint: Uint8Array;
  /** Application data that nothing protects. */
  readonly extra?: Uint8Array;
}

export type TlogProofError =
  | { readonly code: 'tlog-proof/not-text' }
  | { readonly code: 'tlog-proof/header' }
  | { readonly code: 'tlog-proof/extra' }
  | { readonly code: 'tlog-proof/index' }
  | { readonly code: 'tlog-proof/hash'; readonly line: number }
  | { readonly code: 'tlog-proof/no-checkpoint' };

const HEADER = 'c2sp.org/tlog-proof@v1';

/** Writes a proof as a file (C2SP tlog-proof). */
export function marshalTlogProof({ index, proof, checkpoint, extra }: TlogProof): Uint8Array {
  const lines = [
    HEADER,
    ...(extra ? [`extra ${base64Of(extra)}`] : []),
    `index ${index}`,
    ...proof.map(base64Of),
    '',
  ];
  return concatBytes(utf8Of(lines.map((line) => `${line}\n`).join('')), checkpoint);
}

/**
 * Reads a proof file; it promises nothing about its truth.
 * Errors: `tlog-proof/not-text`, `tlog-proof/header`, `tlog-proof/extra`, `tlog-proof/index`, `tlog-proof/hash`
 * (with the line, counted from 1), `tlog-proof/no-checkpoint`.
 */
export function parseTlogProof(file: Uint8Array): Result<TlogProof, TlogProofError> {
  const text = parseUtf8(file);
  if (text === undefined) return err({ code: 'tlog-proof/not-text' });
  const split = text.indexOf('\n\n');
  const checkpoint = text.slice(split + 2);
  const [header, ...rest] = text.slice(0, split === -1 ? undefined : split).split('\n');
  if (header !== HEADER) return err({ code: 'tlog-proof/header' });
  if (split === -1 || checkpoint === '') return err({ code: 'tlog-proof/no-checkpoint' });

  const extra = rest[0]?.startsWith('extra ') ? extraOf(rest.shift()) : undefined;
  if (extra?.length === 0) return err({ code: 'tlog-proof/extra' });
  const index = parseIndex(rest.shift());
  if (index === undefined) return err({ code: 'tlog-proof/index' });
  const proof = parseHashes(rest, extra ? 4 : 3);
  if (!proof.ok) return proof;
  return ok({ index, proof: proof.value, checkpoint: utf8Of(checkpoint), ...(extra ? { extra } : {}) });
}

function parseHashes(lines: readonly string[], firstLine: number): Result<readonly Hash[], TlogProofError> {
  const hashes: Hash[] = [];
  for (const line of lines) {
    const hash = parseHash(parseBase64(line) ?? new Uint8Array(0));
    if (!hash) return err({ code: 'tlog-proof/hash', line: firstLine + hashes.length });
    hashes.push(hash);
  }
  return ok(hashes);
}

/** Empty where the line is malformed: an empty extra is never written. */
const extraOf = (line = ''): Uint8Array => parseBase64(line.slice('extra '.length)) ?? new Uint8Array(0);

const parseIndex = (line: string | undefined): bigint | undefined =>
  line?.startsWith('index ') ? parseDecimal(line.slice('index '.length)) : undefined;

/** What a verified proof says: the entry is number `index` of the log whose checkpoint this is. */
export interface VerifiedTlogProof extends OpenedCheckpoint {
  readonly index: bigint;
}

/**
 * Verifies offline that `entry` is in the log whose key `log` is.
 * Errors: those of {@link parseTlogProof}, `openCheckpoint` and `verifyInclusion`.
 */
export function verifyTlogProof(
  file: Uint8Array,
  entry: Uint8Array,
  log: Vkey,
): Result<VerifiedTlogProof, TlogProofError | OpenCheckpointError | InclusionError> {
  const parsed = parseTlogProof(file);
  if (!parsed.ok) return parsed;
  const { index, proof, checkpoint } = parsed.value;
  const opened = openCheckpoint(checkpoint, log);
  if (!opened.ok) return opened;
  const { size, root } = opened.value.checkpoint;
  const included = verifyInclusion(leafHash(entry), index, size, proof, root);
  return included.ok ? ok({ index, ...opened.value }) : included;
}
