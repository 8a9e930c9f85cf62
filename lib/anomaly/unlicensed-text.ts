import { assertNever } from '../kernel/assert-never.ts';
import { deedText } from './deed-text.ts';
import type { FindingText } from './finding.ts';
import { dayText, momentText, type Names } from './names.ts';
import type { Presentation } from './presentation.ts';
import type { Ground } from './unlicensed.ts';

/** The words of D15. */
export const unlicensedText =
  (shown: Presentation, ground: Ground) =>
  (names: Names): FindingText => {
    const who = names.site(shown.site);
    return {
      title: `${who} ${titleOf(ground)}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}, although ${whyOf(ground)}.`,
      expected:
        'Medicines are made, traded and supplied under a licence that is in force for the activity and the country.',
      innocent: [
        {
          cause: 'The register lags behind',
          tested:
            ground.kind === 'ended' && ground.recently
              ? 'Likely: the licence ended no more than a fortnight before, and renewals take that long.'
              : 'Only what the register knew when the step was recorded was counted; ask the licensing office.',
        },
      ],
      clears: 'The register is corrected for that day.',
      action:
        ground.kind === 'ended' && ground.recently
          ? 'Have the renewal entered in the register.'
          : `Find out what else ${who} has moved since, and to whom.`,
    };
  };

function titleOf(ground: Ground): string {
  switch (ground.kind) {
    case 'suspended':
      return 'went on while its licence was suspended';
    case 'none':
      return 'acted without a licence';
    case 'ended':
      return 'acted after its licence had ended';
    case 'elsewhere':
      return 'acted outside the country of its licence';
    default:
      return assertNever(ground);
  }
}

function whyOf(ground: Ground): string {
  switch (ground.kind) {
    case 'suspended':
      return `its licences have been suspended since ${dayText(ground.since)}`;
    case 'none':
      return `the register names no licence of it for this (${ground.activity})`;
    case 'ended':
      return `its licence (${ground.activity}) had ended on ${dayText(ground.on)}`;
    case 'elsewhere':
      return `its licence (${ground.activity}) is for another country`;
    default:
      return assertNever(ground);
  }
}
