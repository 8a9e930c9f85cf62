import type { PeopleRow } from '../../lib/queries/people-screen.ts';
import { PAGE } from '../page-addresses.ts';
import { peopleTexts } from '../texts/en/people.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { addressWith } from '../ui/address-with.ts';
import { Card } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';
import type { ActionAnswer } from '../ui/problem-data.ts';
import { TimeText } from '../ui/time-text.tsx';
import { InviteForm, type InviteFormProps } from './invite-form.tsx';
import { MemberItem, RoleList } from './member-item.tsx';
import { SettingsNav } from './settings-nav.tsx';

type Action = (form: FormData) => Promise<ActionAnswer<null>>;

export interface PeopleScreenProps {
  readonly people: PeopleRow;
  readonly isFirst: boolean;
  readonly invite: InviteFormProps['invite'];
  /** Reads `userId` and the roles. */
  readonly change: Action;
  /** Reads `id`. */
  readonly revoke: Action;
  /** Reads `demanded`. */
  readonly demand: Action;
}

/** The people of an organisation, their roles, invitations, and whether a second factor is demanded of them. */
export function PeopleScreen({ people, isFirst, invite, change, revoke, demand }: PeopleScreenProps) {
  const nextHref =
    people.nextAfter === null ? null : addressWith(PAGE.settingsPeople, { after: people.nextAfter });
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={peopleTexts.title}>{peopleTexts.intro}</PageHead>
      <SettingsNav isAdmin />
      <div className="flex flex-col gap-6">
        <div>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {people.members.map((member) => (
              <MemberItem key={member.userId} member={member} places={people.places} change={change} />
            ))}
          </ul>
          <Pager firstHref={isFirst ? null : PAGE.settingsPeople} nextHref={nextHref} />
        </div>
        <Card title={peopleTexts.invite.title}>
          <InviteForm places={people.places} invite={invite} />
        </Card>
        <Invitations invitations={people.invitations} revoke={revoke} />
        {people.isWhole && <Demand isDemanded={people.isDemanded} demand={demand} />}
      </div>
    </div>
  );
}

function Invitations({
  invitations,
  revoke,
}: {
  readonly invitations: PeopleRow['invitations'];
  readonly revoke: Action;
}) {
  const texts = peopleTexts.invitations;
  return (
    <Card title={texts.title}>
      {invitations.length === 0 && <p className="text-ink-soft">{texts.none}</p>}
      <ul className="divide-y divide-line">
        {invitations.map(({ id, email, state, at, places }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
            <span className="min-w-0">
              <span className="break-all font-medium">{email}</span>
              <span className="block text-ink-soft text-note">
                {texts[state]} <TimeText at={at} />
              </span>
              <RoleList places={places} />
            </span>
            {state === 'open' && (
              <ActionForm
                action={revoke}
                submit={texts.revoke}
                kind="secondary"
                size="small"
                done={texts.done}
                label={texts.revokeLabel(email)}
                className="flex flex-col gap-2"
              >
                <input type="hidden" name="id" value={id} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Demand({ isDemanded, demand }: { readonly isDemanded: boolean; readonly demand: Action }) {
  const texts = peopleTexts.demand;
  return (
    <Card title={texts.title}>
      <p>{isDemanded ? texts.on : texts.off}</p>
      <p className="mt-1 mb-4 text-ink-soft">{texts.text}</p>
      <ActionForm
        action={demand}
        submit={isDemanded ? texts.turnOff : texts.turnOn}
        kind="secondary"
        done={texts.done}
      >
        <input type="hidden" name="demanded" value={isDemanded ? 'no' : 'yes'} />
      </ActionForm>
    </Card>
  );
}
