import { concatBytes, utf8Of } from '../kernel/bytes.ts';
import { openCheckpoint } from '../ledger/checkpoint.ts';
import type { Policy, PolicyWitness } from '../ledger/policy.ts';
import { cosignersOf, hasQuorum } from '../ledger/quorum.ts';
import { formatVkey } from '../ledger/vkey.ts';
import type { WitnessAsked } from '../store/ledger-witnesses.ts';
import { askWitness, type HeadToAsk, type WitnessAnswer } from './ask-witness.ts';

/** What came of asking every witness of a policy. */
export interface Cosignatures {
  /** The head's note with the cosignatures that came in time. */
  readonly note: Uint8Array;
  /** Who cosigned, by the names of the policy. */
  readonly cosigners: readonly string[];
  readonly hasQuorum: boolean;
  /** A witness with a head of this log that ours does not continue, or that is larger: then the log was rolled back. */
  readonly contradiction:
    | { readonly name: string; readonly kind: 'ahead' | 'forked'; readonly size: bigint }
    | undefined;
  readonly asked: readonly WitnessAsked[];
}

/** Once enough have cosigned, the others have so long to be shown too. */
const GRACE_MS = 200;

/** Asks all witnesses at once and waits until enough have cosigned, and a little longer for the others. `sizes` is what each had last. */
export async function collectCosignatures(
  head: HeadToAsk,
  policy: Policy,
  sizes: (vkey: string) => bigint,
): Promise<Cosignatures> {
  const late = new AbortController();
  const answers = new Map<PolicyWitness, WitnessAnswer>();
  const enough = () => hasQuorum(policy, new Set(cosignersIn(answers)));
  const asking = policy.witnesses.map(async (witness) => {
    answers.set(witness, await askWitness(witness, head, sizes(formatVkey(witness.vkey)), late.signal));
    if (enough()) setTimeout(() => late.abort(), GRACE_MS).unref();
  });
  await Promise.all(asking);

  const inOrder = policy.witnesses.flatMap((witness) => {
    const answer = answers.get(witness);
    return answer ? [{ witness, answer }] : [];
  });
  const lines = inOrder.flatMap(({ answer }) => (answer.kind === 'cosigned' ? [utf8Of(answer.line)] : []));
  const note = concatBytes(head.note, ...lines);
  // What is counted is what readers will find in the note.
  const cosigners = cosignersOf(note, policy).map(({ name }) => name);
  return {
    note,
    cosigners,
    hasQuorum: hasQuorum(policy, new Set(cosigners)) && openCheckpoint(note, head.log).ok,
    contradiction: inOrder
      .flatMap(({ witness, answer }) =>
        answer.kind === 'ahead' || answer.kind === 'forked' ? [{ name: witness.name, ...answer }] : [],
      )
      .at(0),
    asked: inOrder.flatMap(({ witness, answer }) => askedOf(witness, answer, head.size) ?? []),
  };
}

const cosignersIn = (answers: ReadonlyMap<PolicyWitness, WitnessAnswer>): readonly string[] =>
  [...answers].filter(([, answer]) => answer.kind === 'cosigned').map(([{ name }]) => name);

function askedOf(
  { vkey, name }: PolicyWitness,
  answer: WitnessAnswer,
  size: bigint,
): WitnessAsked | undefined {
  const who = { vkey: formatVkey(vkey), name };
  switch (answer.kind) {
    case 'cosigned':
      return { ...who, size, fault: undefined };
    case 'ahead':
      return { ...who, size: answer.size, fault: `It has a head of size ${answer.size}.` };
    case 'forked':
      return { ...who, size: answer.size, fault: `It has another head of size ${answer.size}.` };
    case 'late':
      return undefined;
    case 'fault':
      return { ...who, size: undefined, fault: answer.because };
  }
}
