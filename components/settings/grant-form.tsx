'use client';

import type { GrantsRow } from '../../lib/queries/grants-screen.ts';
import { frameTexts } from '../texts/en/frame.ts';
import { grantsTexts } from '../texts/en/grants.ts';
import { Card } from '../ui/card.tsx';
import { ConfirmedForm } from '../ui/confirmed-form.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { ActionAnswer } from '../ui/problem-data.ts';

const { give: texts } = grantsTexts;
const SHOWS = ['whole', 'outline'] as const;

export interface GrantFormProps {
  readonly receivers: GrantsRow['receivers'];
  /** Reads `to`, `show`, `gtin`, `batch`, `serial` and `until`. The same `requestId` again grants nothing twice. */
  readonly give: (form: FormData, requestId: string) => Promise<ActionAnswer<null>>;
}

/** Grants another organisation a look at own records. */
export function GrantForm({ receivers, give }: GrantFormProps) {
  return (
    <Card>
      <ConfirmedForm {...texts} titleClass="font-semibold text-lead" send={give}>
        <FormField id="grant-to" label={texts.to}>
          {(control) => (
            <select {...control} name="to" required className="field">
              {receivers.map(({ gln, name, role }) => (
                <option key={gln} value={gln}>
                  {name} ({frameTexts.roles[role]})
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField id="grant-show" label={texts.show}>
          {(control) => (
            <select {...control} name="show" className="field">
              {SHOWS.map((show) => (
                <option key={show} value={show}>
                  {texts.shows[show]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField id="grant-gtin" label={texts.gtin} hint={texts.gtinHint} optional>
          {(control) => (
            <input {...control} name="gtin" inputMode="numeric" maxLength={14} className="field" />
          )}
        </FormField>
        <FormField id="grant-batch" label={texts.batch} optional>
          {(control) => <input {...control} name="batch" maxLength={20} className="field" />}
        </FormField>
        <FormField id="grant-serial" label={texts.serial} optional>
          {(control) => <input {...control} name="serial" maxLength={20} className="field" />}
        </FormField>
        <FormField id="grant-from" label={texts.from} hint={texts.fromHint} optional>
          {(control) => <input {...control} name="from" type="date" className="field" />}
        </FormField>
        <FormField id="grant-until" label={texts.until} hint={texts.untilHint} optional>
          {(control) => <input {...control} name="until" type="date" className="field" />}
        </FormField>
      </ConfirmedForm>
    </Card>
  );
}
