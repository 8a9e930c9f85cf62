import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PeopleScreen } from '../../../../components/settings/people-screen.tsx';
import { peopleTexts } from '../../../../components/texts/en/people.ts';
import { peopleScreen } from '../../../../lib/queries/people-screen.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';
import { changeRoles, demand, invite, revokeInvitation } from './actions.ts';

export const metadata: Metadata = { title: peopleTexts.title };

export default async function PeoplePage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}) {
  const { after } = await searchParams;
  const behind = typeof after === 'string' && !after.includes('\0') ? after : undefined;
  const people = await peopleScreen(await requireScope(), requestTime(), behind);
  if (!people) notFound();
  return (
    <PeopleScreen
      people={people}
      isFirst={behind === undefined}
      invite={invite}
      change={changeRoles}
      revoke={revokeInvitation}
      demand={demand}
    />
  );
}
