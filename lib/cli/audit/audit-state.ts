import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type ChainPlace, noBlocks } from '../../evidence/block-chain.ts';
import { KeyRegistry, type RegisteredKey } from '../../evidence/key-registry.ts';
import type { LogAudit } from '../../evidence/log-audit.ts';
import { base64Of, parseBase64 } from '../../kernel/base64.ts';
import { Frontier } from '../../ledger/frontier.ts';
import { parseHash } from '../../ledger/hash.ts';
import { formatVkey, parseVkey, type Vkey } from '../../ledger/vkey.ts';
import { UnusableInput } from '../unusable-input.ts';

/** What an auditor remembers of a log. */
export interface AuditState {
  /** The key the log signed with when it was first looked at. */
  readonly logKey: Vkey | undefined;
  /** The largest head that was checked whole, with its signatures: evidence, should another of its kind appear. */
  readonly note: string | undefined;
  /** Where the audit stood at that head. */
  readonly checked: LogAudit;
  /** Where it stands by now: entries behind that head, which no signed root has confirmed yet. */
  readonly reached: LogAudit;
}

interface StoredAudit {
  readonly tails: readonly string[];
  readonly chain: Readonly<Record<keyof ChainPlace, string>>;
  /** Absent in what was written before there were keys in any log. */
  readonly keys?: readonly StoredKey[];
}

type StoredKey = Readonly<Record<Exclude<keyof RegisteredKey, 'toIndex'>, string>> & {
  readonly toIndex?: string;
};

interface StoredState {
  readonly version: 1;
  readonly logKey?: string;
  readonly note?: string;
  readonly checked: StoredAudit;
  readonly reached: StoredAudit;
}

/** The state of who has seen nothing yet. Made anew each time, for a frontier grows. */
const newAudit = (): AuditState => ({
  ...{ logKey: undefined, note: undefined },
  checked: { frontier: new Frontier(), chain: noBlocks(), keys: new KeyRegistry() },
  reached: { frontier: new Frontier(), chain: noBlocks(), keys: new KeyRegistry() },
});

/** Reads a state file; an absent one is a first look. Throws {@link UnusableInput} where it is damaged. */
export function loadAuditState(file: string | undefined): AuditState {
  if (file === undefined) return newAudit();
  try {
    return stateOf(JSON.parse(readFileSync(file, 'utf8')) as StoredState);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return newAudit();
    throw new UnusableInput(
      `The state file ${file} cannot be used: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

function stateOf({ logKey, note, checked, reached }: StoredState): AuditState {
  const vkey = logKey === undefined ? undefined : parseVkey(logKey);
  if (vkey && !vkey.ok) throw new Error(vkey.error.code);
  return { logKey: vkey?.value, note, checked: auditOf(checked), reached: auditOf(reached) };
}

function auditOf({ tails, chain, keys = [] }: StoredAudit): LogAudit {
  const frontier = Frontier.restore(tails.map(bytesOf));
  if (!frontier.ok) throw new Error(frontier.error.code);
  return {
    frontier: frontier.value,
    chain: chainOf(chain),
    keys: new KeyRegistry(keys.map(registeredOf)),
  };
}

const registeredOf = ({ publicKey, fromIndex, toIndex, holder, ...names }: StoredKey): RegisteredKey => ({
  ...names,
  holder: holder === 'own' ? 'own' : 'platform',
  publicKey: bytesOf(publicKey),
  fromIndex: BigInt(fromIndex),
  toIndex: toIndex === undefined ? undefined : BigInt(toIndex),
});

const storedKeyOf = ({ publicKey, fromIndex, toIndex, ...names }: RegisteredKey): StoredKey => ({
  ...names,
  publicKey: base64Of(publicKey),
  fromIndex: `${fromIndex}`,
  ...(toIndex === undefined ? {} : { toIndex: `${toIndex}` }),
});

function chainOf(chain: StoredAudit['chain']): ChainPlace {
  const headerHash = parseHash(bytesOf(chain.headerHash));
  if (!headerHash) throw new Error('a hash has another length');
  return {
    ...{
      headerHash,
      timeMs: Number(chain.timeMs),
      blockNo: BigInt(chain.blockNo),
      epoch: BigInt(chain.epoch),
    },
    ...{ witnessedSize: BigInt(chain.witnessedSize), nextHeader: BigInt(chain.nextHeader) },
  };
}

function bytesOf(text: string): Uint8Array {
  const bytes = parseBase64(text);
  if (!bytes) throw new Error('base64 is malformed');
  return bytes;
}

/** Replaces a state file; dying meanwhile leaves the old one. */
export function saveAuditState(
  file: string | undefined,
  { logKey, note, checked, reached }: AuditState,
): void {
  if (file === undefined) return;
  const stored: StoredState = {
    version: 1,
    ...(logKey === undefined ? {} : { logKey: formatVkey(logKey) }),
    ...(note === undefined ? {} : { note }),
    checked: storedOf(checked),
    reached: storedOf(reached),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(stored)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function storedOf({ frontier, keys, chain: { headerHash, ...numbers } }: LogAudit): StoredAudit {
  return {
    tails: frontier.tails().map(base64Of),
    keys: keys.keys().map(storedKeyOf),
    chain: {
      headerHash: base64Of(headerHash),
      ...{ blockNo: `${numbers.blockNo}`, timeMs: `${numbers.timeMs}`, epoch: `${numbers.epoch}` },
      ...{ witnessedSize: `${numbers.witnessedSize}`, nextHeader: `${numbers.nextHeader}` },
    },
  };
}
