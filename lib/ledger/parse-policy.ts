import { equalBytes } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Policy, PolicyGroup, PolicyLog, PolicyWitness } from './policy.ts';
import { KEY_TYPE, parseVkey, type Vkey } from './vkey.ts';

/** Why a policy file is refused, with the line, counted from 1. */
export interface PolicyError {
  readonly code:
    | 'policy/control-character'
    | 'policy/unknown-keyword'
    | 'policy/item-count'
    | 'policy/key'
    | 'policy/duplicate-key'
    | 'policy/name'
    | 'policy/duplicate-name'
    | 'policy/unknown-name'
    | 'policy/member-of-two-groups'
    | 'policy/threshold'
    | 'policy/duplicate-quorum'
    | 'policy/no-quorum';
  readonly line: number;
}

type Fault = PolicyError['code'];

/** The policy as far as it has been read. */
interface Draft {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  quorum: string | undefined;
}

/** Words that mean something else where a name is expected. */
const KEYWORDS: readonly string[] = ['none', 'any', 'all'];

/**
 * Reads a policy file (C2SP tlog-policy). Comments have lines of their own. Every name is defined before its use and
 * is a member of one group at most; keys of one kind differ.
 * Errors: the codes of {@link PolicyError}.
 */
export function parsePolicy(text: string): Result<Policy, PolicyError> {
  const draft: Draft = { logs: [], witnesses: [], groups: [], quorum: undefined };
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const fault = readLine(draft, line);
    if (fault) return err({ code: fault, line: at + 1 });
  }
  const { quorum } = draft;
  return quorum === undefined
    ? err({ code: 'policy/no-quorum', line: lines.length })
    : ok({ ...draft, quorum });
}

function readLine(draft: Draft, line: string): Fault | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the clause is about control characters
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) return 'policy/control-character';
  const [keyword, ...items] = line.split(/[ \t]+/).filter((item) => item !== '');
  if (keyword === undefined || keyword.startsWith('#')) return undefined;
  if (keyword === 'log') return readLog(draft, items);
  if (keyword === 'witness') return readWitness(draft, items);
  if (keyword === 'group') return readGroup(draft, items);
  if (keyword === 'quorum') return readQuorum(draft, items);
  return 'policy/unknown-keyword';
}

function readLog(draft: Draft, [key, url, ...more]: readonly string[]): Fault | undefined {
  if (key === undefined || more.length > 0) return 'policy/item-count';
  const vkey = parseVkey(key);
  if (!vkey.ok || vkey.value.type !== KEY_TYPE.ed25519) return 'policy/key';
  if (draft.logs.some((log) => samePublicKey(log.vkey, vkey.value))) return 'policy/duplicate-key';
  draft.logs.push({ vkey: vkey.value, ...(url === undefined ? {} : { url }) });
  return undefined;
}

function readWitness(draft: Draft, [name, key, url, ...more]: readonly string[]): Fault | undefined {
  if (name === undefined || key === undefined || more.length > 0) return 'policy/item-count';
  const fault = newNameFault(draft, name);
  if (fault) return fault;
  const vkey = parseVkey(key);
  if (!vkey.ok) return 'policy/key';
  if (draft.witnesses.some((witness) => samePublicKey(witness.vkey, vkey.value)))
    return 'policy/duplicate-key';
  draft.witnesses.push({ name, vkey: vkey.value, ...(url === undefined ? {} : { url }) });
  return undefined;
}

function readGroup(draft: Draft, [name, count, ...members]: readonly string[]): Fault | undefined {
  if (name === undefined || count === undefined || members.length === 0) return 'policy/item-count';
  const fault = newNameFault(draft, name) ?? membersFault(draft, members);
  if (fault) return fault;
  const threshold = thresholdOf(count, members.length);
  if (threshold === undefined) return 'policy/threshold';
  draft.groups.push({ name, threshold, members });
  return undefined;
}

function readQuorum(draft: Draft, [name, ...more]: readonly string[]): Fault | undefined {
  if (name === undefined || more.length > 0) return 'policy/item-count';
  if (draft.quorum !== undefined) return 'policy/duplicate-quorum';
  if (name !== 'none' && !isDefined(draft, name)) return 'policy/unknown-name';
  draft.quorum = name;
  return undefined;
}

function newNameFault(draft: Draft, name: string): Fault | undefined {
  if (KEYWORDS.includes(name)) return 'policy/name';
  return isDefined(draft, name) ? 'policy/duplicate-name' : undefined;
}

function membersFault(draft: Draft, members: readonly string[]): Fault | undefined {
  if (!members.every((member) => isDefined(draft, member))) return 'policy/unknown-name';
  const all = [...draft.groups.flatMap((group) => group.members), ...members];
  return new Set(all).size === all.length ? undefined : 'policy/member-of-two-groups';
}

function thresholdOf(text: string, members: number): number | undefined {
  if (text === 'any') return 1;
  if (text === 'all') return members;
  const threshold = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
  return threshold !== undefined && threshold <= members ? threshold : undefined;
}

const isDefined = ({ witnesses, groups }: Draft, name: string): boolean =>
  witnesses.some((witness) => witness.name === name) || groups.some((group) => group.name === name);

const samePublicKey = (a: Vkey, b: Vkey): boolean => equalBytes(a.publicKey, b.publicKey);
