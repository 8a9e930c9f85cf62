'use client';

import { type FormEvent, useMemo, useState } from 'react';
import { verifyTexts } from '../texts/en/verify.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import { countryOptions, likelyCountry } from './country-options.ts';
import { photoToSend } from './photo-to-send.ts';
import type { DoubtToSend } from './verify-data.ts';

const { doubt: texts } = verifyTexts;
const MOST_WORDS = 1000;

type State = 'open' | 'sending' | 'sent' | 'failed' | 'photo';

/** A doubt in a person's own words, with a photo if they like. */
export function DoubtForm({
  onSend,
  onClose,
}: {
  readonly onSend: (doubt: DoubtToSend) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const [state, setState] = useState<State>('open');
  const countries = useMemo(countryOptions, []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setState('sending');
    const chosen = form.get('photo');
    const given = chosen instanceof Blob && chosen.size > 0 ? chosen : undefined;
    const photo = given && (await photoToSend(given));
    if (given && !photo) return setState('photo');
    const doubt = { country: String(form.get('country')), words: String(form.get('words') ?? ''), photo };
    return setState((await onSend(doubt)) ? 'sent' : 'failed');
  };
  if (state === 'sent') return <Sent onClose={onClose} />;
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="mt-1 text-ink-soft">{texts.text}</p>
      </div>
      <FormField id="doubt-words" label={texts.words} hint={texts.wordsHint} optional>
        {(control) => (
          <textarea {...control} name="words" rows={4} maxLength={MOST_WORDS} className="field" />
        )}
      </FormField>
      <FormField id="doubt-country" label={texts.country}>
        {(control) => (
          <select {...control} name="country" required defaultValue={likelyCountry()} className="field">
            <option value="">{texts.choose}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        id="doubt-photo"
        label={texts.photo}
        hint={texts.photoHint}
        fault={state === 'photo' ? texts.photoFault : undefined}
        optional
      >
        {(control) => (
          <input
            {...control}
            name="photo"
            type="file"
            accept="image/*"
            capture="environment"
            className="field"
          />
        )}
      </FormField>
      <p role="status" className="font-medium empty:hidden">
        {state === 'failed' ? texts.failed : ''}
      </p>
      <Button type="submit" kind="primary" size="large" busy={state === 'sending'}>
        {texts.send}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        {texts.close}
      </Button>
    </form>
  );
}

function Sent({ onClose }: { readonly onClose: () => void }) {
  return (
    <div role="status" className="flex flex-col gap-4">
      <h1 className="font-semibold text-title tracking-tight">{texts.sent}</h1>
      <p className="text-lead">{texts.sentText}</p>
      <Button size="large" onClick={onClose}>
        {texts.close}
      </Button>
    </div>
  );
}
