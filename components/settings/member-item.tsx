import type { PeopleRow } from '../../lib/queries/people-screen.ts';
import { peopleTexts } from '../texts/en/people.ts';
import { ActionForm } from '../ui/action-form.tsx';
import type { ActionAnswer } from '../ui/problem-data.ts';
import { TimeText } from '../ui/time-text.tsx';
import { PlaceRoles } from './place-roles.tsx';

type Member = PeopleRow['members'][number];

interface MemberItemProps {
  readonly member: Member;
  readonly places: PeopleRow['places'];
  readonly change: (form: FormData) => Promise<ActionAnswer<null>>;
}

/** One person: where they are what, how safely they sign in, and the form that changes their roles. */
export function MemberItem({ member, places, change }: MemberItemProps) {
  const { userId, name, email, isSelf, hasSecondFactor, passkeys, lastSignInAt } = member;
  // A role at a place that the reader does not administer stays as it is.
  const kept = member.places.filter(({ location }) => !places.some((place) => place.location === location));
  return (
    <li className="px-4 py-4 sm:px-6">
      <p>
        <span className="font-medium">{name}</span>
        {isSelf && <strong className="ms-2 font-semibold text-brand text-note">{peopleTexts.self}</strong>}
        <span className="block break-all text-ink-soft text-note">{email}</span>
      </p>
      <RoleList places={member.places} />
      <p className="mt-1 text-ink-soft text-note">
        {hasSecondFactor ? peopleTexts.factor : peopleTexts.noFactor}
        {passkeys > 0 && ` · ${peopleTexts.passkeys(passkeys)}`} ·{' '}
        {lastSignInAt === null ? (
          peopleTexts.neverSignedIn
        ) : (
          <>
            {peopleTexts.lastSignIn} <TimeText at={lastSignInAt} />
          </>
        )}
      </p>
      {!isSelf && (
        <details className="mt-2">
          <summary className="min-h-9 font-medium text-brand">
            {peopleTexts.change}
            <span className="sr-only"> {peopleTexts.of(email)}</span>
          </summary>
          <ActionForm
            action={change}
            submit={peopleTexts.save}
            done={peopleTexts.saved}
            className="mt-3 flex max-w-xl flex-col gap-4"
          >
            <input type="hidden" name="userId" value={userId} />
            {kept.map(({ location, role }) => (
              <input key={location} type="hidden" name={`role:${location ?? ''}`} value={role} />
            ))}
            <PlaceRoles form={userId} places={places} chosen={member.places} />
            <p className="text-ink-soft text-note">{peopleTexts.removeHint}</p>
          </ActionForm>
        </details>
      )}
    </li>
  );
}

/** Roles with their places, in words. */
export function RoleList({ places }: { readonly places: Member['places'] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 text-note">
      {places.map(({ location, name, role }) => (
        <li key={location ?? ''}>
          {peopleTexts.roles[role]}: {name ?? peopleTexts.whole}
        </li>
      ))}
    </ul>
  );
}
