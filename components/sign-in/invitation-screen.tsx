'use client';

import Link from 'next/link';
import { invitationAddress, PAGE } from '../page-addresses.ts';
import { frameTexts } from '../texts/en/frame.ts';
import { peopleTexts } from '../texts/en/people.ts';
import { signInTexts } from '../texts/en/sign-in.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { FactList } from '../ui/fact-list.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { ActionAnswer } from '../ui/problem-data.ts';
import { TimeText } from '../ui/time-text.tsx';
import { EntryFrame } from './entry-frame.tsx';

const { invitation: texts } = signInTexts;

export interface InvitationScreenProps {
  readonly token: string;
  readonly organisation: string;
  readonly email: string;
  readonly until: string;
  readonly places: readonly { readonly name: string | null; readonly role: keyof typeof peopleTexts.roles }[];
  /** Whose invitation it is to the reader: a new person’s, one’s own, or somebody’s who must sign in or out first. */
  readonly reader: 'new' | 'self' | 'known' | { readonly signedInAs: string };
  /** Reads `name` and `password` of a new person. Gives where to go on. */
  readonly accept: (form: FormData) => Promise<ActionAnswer<string>>;
}

/** An invitation: who invites, to what, and how to accept. */
export function InvitationScreen(props: InvitationScreenProps) {
  const { organisation, email, until, places } = props;
  return (
    <EntryFrame title={texts.title}>
      <p className="mb-5">{texts.text(organisation)}</p>
      <FactList
        facts={[
          [
            texts.email,
            <span key="email" className="break-all">
              {email}
            </span>,
          ],
          [texts.until, <TimeText key="until" at={until} />],
          ...places.map(
            ({ name, role }) =>
              [`${texts.as} ${peopleTexts.roles[role]}`, name ?? frameTexts.wholeOrganisation] as const,
          ),
        ]}
      />
      <div className="mt-6">
        <Answer {...props} />
      </div>
    </EntryFrame>
  );
}

function Answer({ reader, token, accept }: InvitationScreenProps) {
  if (typeof reader === 'object') return <p>{texts.other(reader.signedInAs)}</p>;
  if (reader === 'known')
    return (
      <>
        <p className="mb-4">{texts.known}</p>
        <Link
          href={`${PAGE.signIn}?next=${encodeURIComponent(invitationAddress(token))}`}
          className={buttonClass('primary')}
        >
          {texts.signIn}
        </Link>
      </>
    );
  return (
    <ActionForm action={accept} submit={texts.accept} stay onDone={(next) => location.assign(next)}>
      {reader === 'new' && (
        <>
          <FormField id="name" label={texts.name}>
            {(control) => (
              <input
                {...control}
                name="name"
                autoComplete="name"
                required
                maxLength={120}
                className="field"
              />
            )}
          </FormField>
          <FormField id="new-password" label={texts.password} hint={texts.passwordHint}>
            {(control) => (
              <input
                {...control}
                name="password"
                type="password"
                autoComplete="new-password"
                required
                minLength={12}
                maxLength={256}
                className="field"
              />
            )}
          </FormField>
        </>
      )}
    </ActionForm>
  );
}
