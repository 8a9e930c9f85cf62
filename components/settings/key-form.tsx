'use client';

import { useState } from 'react';
import type { KeysRow } from '../../lib/queries/keys-screen.ts';
import { keysTexts } from '../texts/en/keys.ts';
import { peopleTexts } from '../texts/en/people.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { ActionAnswer } from '../ui/problem-data.ts';

const { make: texts } = keysTexts;
const ROLES = ['operator', 'viewer', 'admin'] as const;

export interface KeyFormProps {
  readonly places: KeysRow['places'];
  readonly scopes: KeysRow['scopes'];
  /** Reads `name`, `location`, `role`, `days` and `scope`; gives the key's text, which nobody can be shown again. */
  readonly make: (form: FormData) => Promise<ActionAnswer<string>>;
}

/** Makes a key, and shows its text once. */
export function KeyForm({ places, scopes, make }: KeyFormProps) {
  const [text, setText] = useState<string>();
  return (
    <>
      {text !== undefined && (
        <div role="status" className="mb-6 rounded-control border border-line p-4">
          <p className="font-semibold">{texts.text}</p>
          <p className="mt-2 flex items-start gap-1">
            <code data-key className="min-w-0 break-all font-mono" dir="ltr">
              {text}
            </code>
            <CopyButton value={text} what={texts.copy} />
          </p>
        </div>
      )}
      <ActionForm action={make} submit={texts.submit} onDone={setText}>
        <FormField id="key-name" label={texts.name} hint={texts.nameHint}>
          {(control) => <input {...control} name="name" required maxLength={80} className="field" />}
        </FormField>
        <FormField id="key-place" label={texts.place}>
          {(control) => (
            <select {...control} name="location" className="field">
              {places.map(({ location, name }) => (
                <option key={location ?? ''} value={location ?? ''}>
                  {name ?? keysTexts.whole}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField id="key-role" label={texts.role}>
          {(control) => (
            <select {...control} name="role" className="field">
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {peopleTexts.roles[role]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <fieldset>
          <legend className="mb-1 font-medium">{texts.scopes}</legend>
          {scopes.map((scope) => (
            <label key={scope} className="flex min-h-9 items-center gap-3">
              <input
                type="checkbox"
                name="scope"
                value={scope}
                defaultChecked={scope !== 'administer'}
                className="size-5"
              />
              {keysTexts.scopes[scope]}
            </label>
          ))}
        </fieldset>
        <FormField id="key-days" label={texts.days}>
          {(control) => (
            <input
              {...control}
              name="days"
              type="number"
              min={1}
              max={3650}
              defaultValue={365}
              required
              className="field"
            />
          )}
        </FormField>
      </ActionForm>
    </>
  );
}
