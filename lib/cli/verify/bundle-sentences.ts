import type { BundleFault } from '../../evidence/bundle/bundle-fault.ts';
import type { VerifiedBundle } from '../../evidence/bundle/verify-bundle.ts';

/** What a bundle that holds proves, a line each. */
export function bundleSentences(bundle: VerifiedBundle): readonly string[] {
  const { origin, size, entries, subjects, cosigners, witnesses, observations, logKeyGiven } = bundle;
  const states = entries.flatMap(({ fields }) => fields.map(({ state }) => state));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const by = (who: string) => bundle.signatures.filter((one) => one === who).length;
  return [
    `The bundle about ${aboutText(bundle.about)} holds: ${entries.length} entries stand in ${origin} under its head of ${size}.`,
    `${count('shown')} fields are shown and are those recorded; ${count('withheld')} are withheld, ${count('erased')} were erased by their owner.`,
    ...subjects.map(
      ({ id, events, whole }) =>
        `${id}: ${events} events${whole ? ', all from its first to the last shown here' : '; not shown to be all'}.`,
    ),
    `${by('organisation')} events are signed with their organisation's own key, ${by('platform')} with one that the platform holds.`,
    ...(observations > 0 ? [`${observations} verifications or refused attempts are proved.`] : []),
    witnesses === 0
      ? 'The log names no witnesses: it could show somebody else another log.'
      : `${cosigners.length} of ${witnesses} witnesses have cosigned the head.`,
    ...(logKeyGiven
      ? []
      : [
          'The key of the log was taken from the bundle itself. Give --log-key, from the log or somebody you trust.',
        ]),
    `What the log cannot prove (the finding’s words, the rules’ versions) is vouched for by ${bundle.sealKey}.`,
  ];
}

function aboutText(about: VerifiedBundle['about']): string {
  switch (about.kind) {
    case 'pack':
      return `the pack ${about.gtin}, serial ${about.serial}`;
    case 'batch':
      return `the batch ${about.lot} of ${about.gtin}`;
    case 'case':
      return `the finding ${about.finding}`;
  }
}

/** Why a bundle proves nothing, with the place. */
export const faultSentence = ({ code, at, because }: BundleFault): string =>
  `The bundle does not hold: ${code} at ${at === '' ? 'the file as a whole' : at}${because ? ` (${because})` : ''}.`;
