'use client';

import { batchTexts } from '../texts/en/batch.ts';
import { Card } from '../ui/card.tsx';
import { ConfirmedForm } from '../ui/confirmed-form.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { BatchScreenProps, RecallRequest } from './batch-data.ts';

const { recall: texts } = batchTexts;
const CLASSES = ['I', 'II', 'III'] as const;

type RecallFormProps = Pick<NonNullable<BatchScreenProps['recall']>, 'market' | 'send'> & {
  readonly gtin: string;
  readonly lot: string;
};

/** Recalls a batch. */
export function RecallForm({ gtin, lot, market, send }: RecallFormProps) {
  return (
    <Card>
      <ConfirmedForm
        {...texts}
        titleClass="font-semibold text-lead"
        done={texts.done(batchTexts.title(lot))}
        send={(form, requestId) => send(requestOf(form, gtin, lot, market), requestId)}
      >
        <FormField id="recall-class" label={texts.classLabel}>
          {(control) => (
            <select {...control} name="class" required defaultValue="II" className="field">
              {CLASSES.map((name) => (
                <option key={name} value={name}>
                  {texts.classes[name]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {market === null ? (
          <FormField id="recall-reach" label={texts.reachLabel} hint={texts.reachHint} optional>
            {(control) => (
              <input {...control} name="reach" pattern="\s*([A-Za-z]{2}[ ,]*)*" className="field uppercase" />
            )}
          </FormField>
        ) : (
          <p className="text-ink-soft">{texts.ownMarket}</p>
        )}
      </ConfirmedForm>
    </Card>
  );
}

function requestOf(form: FormData, gtin: string, lot: string, market: string | null): RecallRequest {
  const recallClass = CLASSES.find((name) => name === form.get('class')) ?? 'II';
  const named = String(form.get('reach') ?? '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((country) => country !== '');
  return { gtin, lot, recallClass, reach: market === null ? named : [market] };
}
