import { numberText } from '../../format/number-text.ts';
import type { ProveError, ProvenEvent } from '../../proof/proof.ts';

/** What the proof says, in one sentence and a second one about what was compared. */
export function provenText({
  index,
  size,
  origin,
  witnesses,
  fields,
  signedBy,
  since,
}: ProvenEvent): readonly string[] {
  const signers =
    witnesses.signed === 0
      ? `that ${origin} signed; no witnesses have signed it yet`
      : `that ${numberText(witnesses.signed)} of ${numberText(witnesses.of)} witnesses signed`;
  return [
    `This event is entry ${numberText(index)} of a log of ${numberText(size)} ${signers}. Nothing about it has changed since.`,
    ...(fields
      ? [
          `${numberText(fields.compared)} of its ${numberText(fields.of)} parts are shown to you, and match the log.`,
        ]
      : []),
    ...(signedBy ? [signerText(signedBy)] : []),
    ...(since === undefined
      ? ['This browser sees the log for the first time, and remembers its head from now on.']
      : [`The log has only grown since this browser last saw it, at ${numberText(since)} entries.`]),
  ];
}

const signerText = ({ keyId, heldBy, index }: NonNullable<ProvenEvent['signedBy']>): string =>
  heldBy === 'organisation'
    ? `The organisation that reported it signed it with its own key ${keyId}, which the log names at entry ${numberText(index)}.`
    : `It is signed with the key ${keyId} that the platform holds for the organisation, which the log names at entry ${numberText(index)}.`;

/** Why an event could not be proved. */
export const proveErrorText: Record<ProveError['code'], string> = {
  'prove/no-connection': 'The public log could not be reached. Try again when the connection is back.',
  'prove/not-yet': 'The event is recorded, and gets its place in the log within seconds. Try again then.',
  'prove/policy': 'The log does not say by which key it signs, so nothing it says can be checked.',
  'prove/checkpoint': 'The head of the log is not signed by the log’s key.',
  'prove/receipt': 'The receipt does not prove this event.',
  'prove/tiles': 'The log does not serve the parts that the proof needs.',
  'prove/not-included': 'The event is not in the log that was signed.',
  'prove/other-event': 'The log holds another event in this event’s place.',
  'prove/other-time': 'The log holds another time than this page shows.',
  'prove/signature': 'The signature of who reported the event is not valid.',
  'prove/fields': 'The log holds something else than this page shows.',
  'prove/key-changed': 'The log’s key is not the one this browser knew.',
  'prove/rewritten': 'The log was rewritten: it no longer begins with what this browser has seen of it.',
};

/** True for what is only a matter of waiting. */
export const isPatience = ({ code }: ProveError): boolean =>
  code === 'prove/no-connection' || code === 'prove/not-yet';

export const proveTexts = {
  action: 'Prove it',
  again: 'Prove it again',
  working: 'Reading the public log',
  proven: 'Proved in this browser',
  notYet: 'Not proved yet',
  failed: 'NOT PROVED',
  failedText:
    'Do not rely on this record. Keep this page and tell the regulator and the platform’s operator.',
  detail: (because: string) => `Detail: ${because}`,
  forget: 'Forget what this browser knew',
  forgetText: 'Only if you know why: the demo was set up anew, or the operator announced a new key.',
  hashes: 'The hashes that matter',
  leaf: 'The entry',
  sibling: { left: 'joined on the left with', right: 'joined on the right with' },
  root: 'gives the head that was signed',
} as const;
