import { numberText } from '../../format/number-text.ts';
import type { CheckedLog } from '../../proof/check-log.ts';

/** What a check of the log's head came to. */
export function checkedLogText({ origin, size, witnesses, since }: CheckedLog): readonly string[] {
  return [
    `The log ${origin} holds ${numberText(size)} entries. Its key signed this head, and the published tree leads to it.`,
    ...(witnesses.of > 0
      ? [`${numberText(witnesses.signed)} of ${numberText(witnesses.of)} witnesses signed it too.`]
      : []),
    since === undefined
      ? 'This browser sees the log for the first time, and remembers its head from now on.'
      : `It begins with the ${numberText(since)} entries this browser saw last: nothing was changed, removed or moved.`,
  ];
}

/** Texts of the Ledger page. */
export const ledgerTexts = {
  title: 'Ledger',
  intro: 'Every record in one tree. Whoever keeps a head of it can tell whether anything before was changed.',
  entries: 'entries',
  signed: 'Head signed',
  root: 'Root',
  block: 'Block',
  origin: 'Log',
  empty: 'The log is empty',
  emptyText: 'Its first head is signed as soon as something is recorded.',
  states: {
    active: 'Takes entries',
    frozen: 'Takes no new entries',
    halted: 'Halted',
  },
  halted: (why: string) => `The log stands still: ${why}`,
  growth: 'Growth',
  growthText: (from: string, to: string) => `From ${from} to ${to} entries in the time shown.`,
  check: 'Check it yourself',
  checkText:
    'This browser fetches the signed head and the edge of the tree, computes the root itself, and compares with the head it saw last.',
  checkAction: 'Check the log now',
  checkWorking: 'Checking',
  checkDone: 'The log holds',
  blocks: 'Latest blocks',
  blocksText: 'Each block carries the hash of the one before.',
  olderBlocks: 'Older blocks',
  columns: {
    block: 'Block',
    entries: 'Entries',
    from: (index: string) => `from ${index}`,
    hash: 'Hash, and that of the block before',
    previous: 'after',
  },
  witnesses: 'Witnesses',
  noWitnesses:
    'No witness signs yet: the policy asks for none. Until there are some, whoever runs the log could show two readers two logs.',
  quorum: (quorum: number, of: number) =>
    `${numberText(quorum)} of ${numberText(of)} must sign before a head is published.`,
  neverSigned: 'has not signed yet',
  lag: (entries: string) => `${numberText(entries)} entries behind`,
  faultSince: 'Since',
  keys: 'Keys',
  keyFrom: 'since',
  keyUntil: 'until',
  keyNow: 'in use',
  proves: 'What this proves',
  provesList: [
    'A record that is in the log is the one that was made: a changed byte would change the root.',
    'Nothing was taken out or put in between: every head contains all heads before it.',
    'A record existed at the latest when its head was signed.',
  ],
  provesNot: 'What it does not',
  provesNotList: [
    'That what was recorded is true: a false statement is in the log as faithfully as a true one.',
    'That everything that happened was recorded.',
    'That the content of a box is what the box says.',
  ],
  files: 'Read it with your own tools',
  filesText: 'The log is plain files in the C2SP tlog-tiles format.',
} as const;
