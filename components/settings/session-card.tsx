import type { AccountRow } from '../../lib/queries/account-screen.ts';
import { accountTexts } from '../texts/en/account.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { TimeText } from '../ui/time-text.tsx';
import type { AccountScreenProps } from './settings-data.ts';

const { sessions: texts } = accountTexts;

interface SessionCardProps {
  readonly sessions: AccountRow['sessions'];
  readonly end: AccountScreenProps['endSession'];
  readonly signOutEverywhere: AccountScreenProps['signOutEverywhere'];
}

/** Where somebody is signed in, and the way out of one or all. */
export function SessionCard({ sessions, end, signOutEverywhere }: SessionCardProps) {
  return (
    <Card title={texts.title}>
      <ul className="mb-5 divide-y divide-line">
        {sessions.map(({ id, isThis, startedAt, means, address, agent }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
            <span className="min-w-0">
              <span className="font-medium">{agent ?? texts.unknownAgent}</span>
              {isThis && <strong className="ms-2 font-semibold text-brand text-note">{texts.here}</strong>}
              <span className="block text-ink-soft text-note">
                {texts.since} <TimeText at={startedAt} /> · {accountTexts.means[means]}
                {address !== null && ` · ${address}`}
              </span>
            </span>
            {!isThis && (
              <ActionForm
                action={end}
                submit={texts.end}
                kind="secondary"
                size="small"
                done={texts.ended}
                label={texts.endLabel(agent ?? texts.unknownAgent)}
                className="flex flex-col gap-2"
              >
                <input type="hidden" name="id" value={id} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <p className="mb-3 text-ink-soft">{texts.everywhereText}</p>
      <form action={signOutEverywhere} method={typeof signOutEverywhere === 'string' ? 'post' : undefined}>
        <button type="submit" className={buttonClass('secondary')}>
          {texts.everywhere}
        </button>
      </form>
    </Card>
  );
}
