import type { VerifiedBundle } from '../../evidence/bundle/verify-bundle.ts';
import { hexOf } from '../../kernel/bytes.ts';

/** The cover of a bundle: what a person reads before anything is checked. It proves nothing; the file does. */
export interface BundleCover {
  readonly title: string;
  /** Where the file is checked. */
  readonly check: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** One line an event. */
  readonly entries: readonly string[];
  /** What holds, and what nobody promises. */
  readonly notes: readonly string[];
}

const NOTES = [
  'This page proves nothing by itself. The bundle does: open the address above, on any device, and choose the file. It is checked there, on the device; nothing is sent.',
  'What is proved: that these events stand in the log as shown, where they stand, that who signed the head could not have shown somebody else another log without its witnesses, and, where a history is called whole, that nothing was left out up to the last event shown.',
  'What is not proved: that what was reported is true, and that no later event exists.',
];

/** What the cover of a bundle says. `site` is the address of this site. */
export function bundleCover(bundle: VerifiedBundle, site: string): BundleCover {
  const { about, subjects } = bundle;
  return {
    title: titleOf(about),
    check: `${site}/verify-bundle`,
    facts: [
      ['Made', bundle.madeAt],
      ['For', `organisation ${bundle.reader}`],
      ['Log', `${bundle.origin}, ${bundle.size} entries`],
      ['Head', hexOf(bundle.root)],
      ['Log key', bundle.logKey],
      [
        'Witnesses',
        bundle.witnesses === 0
          ? 'none named'
          : `${bundle.cosigners.length} of ${bundle.witnesses}: ${bundle.cosigners.join(', ')}`,
      ],
      ...subjects.map(
        ({ id, events, whole }) =>
          [
            'Object',
            `${id}: ${events} events, ${whole ? 'whole up to the last shown' : 'not shown to be all'}`,
          ] as const,
      ),
      ['Verifications', `${bundle.observations}`],
      ...findingFacts(bundle.finding),
    ],
    entries: bundle.entries.map(entryLine),
    notes: NOTES,
  };
}

function titleOf(about: VerifiedBundle['about']): string {
  switch (about.kind) {
    case 'pack':
      return `Evidence about pack ${about.gtin}, serial ${about.serial}`;
    case 'batch':
      return `Evidence about batch ${about.lot} of ${about.gtin}`;
    case 'case':
      return `Evidence in the case ${about.finding}`;
  }
}

function findingFacts(finding: VerifiedBundle['finding']): readonly (readonly [string, string])[] {
  if (typeof finding !== 'object' || finding === null || Array.isArray(finding)) return [];
  const said = finding as Readonly<Record<string, unknown>>;
  return (['title', 'observed', 'expected', 'action'] as const).flatMap((name) =>
    typeof said[name] === 'string' ? [[`Finding: ${name}`, said[name]] as const] : [],
  );
}

function entryLine({ index, leaf, fields }: VerifiedBundle['entries'][number]): string {
  const count = (state: string) => fields.filter((field) => field.state === state).length;
  const counts = `${count('shown')} parts shown, ${count('withheld')} withheld, ${count('erased')} erased`;
  if (leaf.type !== 'event') return `Entry ${index}: statement, ${counts}`;
  return `Entry ${index}: ${whyOf(fields)}${new Date(leaf.eventTime).toISOString()}, ${counts}`;
}

function whyOf(fields: VerifiedBundle['entries'][number]['fields']): string {
  const why = fields.find(({ name }) => name === 'why')?.value as
    | Readonly<Record<string, unknown>>
    | null
    | undefined;
  return typeof why?.['bizStep'] === 'string' ? `${why['bizStep'].replace(/^.*[/:]/, '')}, ` : '';
}
