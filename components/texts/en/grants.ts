import type { GrantListRow } from '../../../lib/queries/grants-screen.ts';

/** Texts of grants. */
export const grantsTexts = {
  title: 'Who may see our records',
  intro:
    'Beyond what the rules show anyway. Giving a grant, ending it and what is seen by it are stated in the public log, where nobody but the two of you can tell what they say.',
  none: 'No grants',
  noneText:
    'Partners see the deliveries between you, regulators what touches their country. Anything more is granted here.',
  given: (party: string) => `${party} may see`,
  received: (party: string) => `We may see of ${party}`,
  everything: 'everything reported',
  event: 'event',
  product: 'product',
  batch: 'batch',
  serial: 'serial',
  shows: { whole: 'whole', outline: 'kind, time and country only' } satisfies Record<
    GrantListRow['show'],
    string
  >,
  purposes: {
    operations: 'for operations',
    inspection: 'for inspection',
    audit: 'for audit',
    administration: 'for administration',
  } satisfies Record<GrantListRow['purpose'], string>,
  states: {
    open: 'in force',
    later: 'not yet in force',
    over: 'over',
    revoked: 'ended',
  } satisfies Record<GrantListRow['state'], string>,
  from: 'from',
  until: 'until',
  open: 'until it is ended',
  uses: (count: number) => (count === 1 ? '1 event seen by it' : `${count} events seen by it`),
  unused: 'not used',
  last: 'last',
  end: 'End',
  endLabel: (party: string) => `End the grant to ${party}`,
  ended: 'The grant has ended.',
  give: {
    title: 'Grant something',
    text: 'From the moment it is recorded, the receiver sees of your own events what you choose here. What was seen cannot be taken back.',
    to: 'To',
    show: 'How much',
    shows: { whole: 'The whole event', outline: 'Kind, time and country only' },
    gtin: 'Product (GTIN)',
    gtinHint: 'Empty: every event that you report.',
    batch: 'Batch',
    serial: 'Serial',
    from: 'From',
    fromHint: 'The beginning of this day, UTC. Empty: at once.',
    until: 'Until',
    untilHint: 'The end of this day, UTC. Empty: until you end it.',
    confirm: 'I may give these records to the receiver',
    submit: 'Grant',
    done: 'It is granted.',
  },
} as const;
