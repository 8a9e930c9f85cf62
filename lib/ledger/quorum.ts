import type { Policy, PolicyWitness } from './policy.ts';
import { openNote } from './signed-note.ts';
import { sameKeyName } from './vkey.ts';

/** The witnesses of a policy whose cosignature of this text stands in `note`; none where one of them is false. */
export function cosignersOf(note: Uint8Array, { witnesses }: Policy): readonly PolicyWitness[] {
  const opened = openNote(
    note,
    witnesses.map(({ vkey }) => vkey),
  );
  if (!opened.ok) return [];
  return witnesses.filter(({ vkey }) => opened.value.verified.some((key) => sameKeyName(key, vkey)));
}

/** The fewest witnesses that can be enough; 0 where none is needed. For people: which ones, only {@link hasQuorum} knows. */
export function quorumSize({ witnesses, groups, quorum }: Policy): number {
  if (quorum === 'none') return 0;
  const least = new Map(witnesses.map(({ name }) => [name, 1]));
  for (const { name, threshold, members } of groups) {
    const sizes = members.map((member) => least.get(member) ?? 0).sort((a, b) => a - b);
    least.set(
      name,
      sizes.slice(0, threshold).reduce((sum, size) => sum + size, 0),
    );
  }
  return least.get(quorum) ?? 0;
}

/** Whether those who cosigned are enough (C2SP tlog-policy). `cosigned` holds the names that the policy calls witnesses by. */
export function hasQuorum({ groups, quorum }: Policy, cosigned: ReadonlySet<string>): boolean {
  if (quorum === 'none') return true;
  const satisfied = new Set(cosigned);
  // Every group stands behind its members: one pass is enough.
  for (const { name, threshold, members } of groups)
    if (members.filter((member) => satisfied.has(member)).length >= threshold) satisfied.add(name);
  return satisfied.has(quorum);
}
