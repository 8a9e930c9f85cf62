import { formatVkey, type Vkey } from './vkey.ts';

/** A log the policy accepts. Its key's name is its origin. */
export interface PolicyLog {
  readonly vkey: Vkey;
  readonly url?: string;
}

/** Somebody who cosigns, under the name that groups and the quorum call it by. */
export interface PolicyWitness extends PolicyLog {
  readonly name: string;
}

/** Counts as one cosigner when at least `threshold` of `members` (witnesses or groups) have cosigned. */
export interface PolicyGroup {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly string[];
}

/** Which logs a reader accepts, and whose cosignatures a checkpoint needs (C2SP tlog-policy). */
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** The witness or group that must have cosigned; `none` where the log's own signature is enough. */
  readonly quorum: string;
}

/** Writes a policy file (C2SP tlog-policy). Every name stands before its use if groups are given in that order. */
export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const keyed = ({ vkey, url }: PolicyLog) => [formatVkey(vkey), ...(url === undefined ? [] : [url])];
  const lines = [
    ...logs.map((log) => ['log', ...keyed(log)]),
    ...witnesses.map((witness) => ['witness', witness.name, ...keyed(witness)]),
    ...groups.map(({ name, threshold, members }) => ['group', name, `${threshold}`, ...members]),
    ['quorum', quorum],
  ];
  return lines.map((items) => `${items.join(' ')}\n`).join('');
}
