'use client';

import { useState } from 'react';
import type { PeopleRow } from '../../lib/queries/people-screen.ts';
import { peopleTexts } from '../texts/en/people.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { ActionAnswer } from '../ui/problem-data.ts';
import { PlaceRoles } from './place-roles.tsx';

const { invite: texts } = peopleTexts;

export interface InviteFormProps {
  readonly places: PeopleRow['places'];
  /** Reads `email`, `days` and the roles; gives the link, which nobody can be shown again. */
  readonly invite: (
    form: FormData,
  ) => Promise<ActionAnswer<{ readonly link: string; readonly email: string }>>;
}

/** Makes an invitation, and shows its link to be sent by hand. */
export function InviteForm({ places, invite }: InviteFormProps) {
  const [made, setMade] = useState<{ readonly link: string; readonly email: string }>();
  return (
    <>
      {made && (
        <div role="status" className="mb-6 rounded-control border border-line p-4">
          <p className="font-semibold">
            {texts.link} <span className="break-all font-normal">({made.email})</span>
          </p>
          <p className="mt-1 text-ink-soft">{texts.linkText}</p>
          <p className="mt-2 flex items-start gap-1">
            <code data-link className="min-w-0 break-all font-mono" dir="ltr">
              {made.link}
            </code>
            <CopyButton value={made.link} what={texts.copy} />
          </p>
        </div>
      )}
      <ActionForm action={invite} submit={texts.submit} onDone={setMade}>
        <FormField id="invite-email" label={texts.email}>
          {(control) => (
            <input {...control} name="email" type="email" required maxLength={320} className="field" />
          )}
        </FormField>
        <PlaceRoles form="invite" places={places} chosen={[]} />
        <FormField id="invite-days" label={texts.days}>
          {(control) => (
            <input
              {...control}
              name="days"
              type="number"
              min={1}
              max={30}
              defaultValue={7}
              required
              className="field"
            />
          )}
        </FormField>
      </ActionForm>
    </>
  );
}
