'use client';

import { batchTexts } from '../texts/en/batch.ts';
import { ConfirmedForm } from '../ui/confirmed-form.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { BatchScreenProps } from './batch-data.ts';

const { lift: texts } = batchTexts;

interface LiftRecallFormProps {
  readonly gtin: string;
  readonly lot: string;
  /** The event that recalled the batch. */
  readonly recall: string;
  readonly send: NonNullable<BatchScreenProps['recall']>['lift'];
}

/** Lifts a recall of one's own; takes a reason. */
export function LiftRecallForm({ gtin, lot, recall, send }: LiftRecallFormProps) {
  return (
    <div className="mt-2">
      <ConfirmedForm
        {...texts}
        titleClass="font-medium text-brand"
        done={texts.done(batchTexts.title(lot))}
        send={(form, requestId) =>
          send({ gtin, lot, recall, reason: String(form.get('reason') ?? '').trim() }, requestId)
        }
      >
        <FormField id={`lift-reason-${recall}`} label={texts.reason} hint={texts.reasonHint}>
          {(control) => (
            <textarea
              {...control}
              name="reason"
              required
              minLength={4}
              maxLength={500}
              rows={3}
              className="field"
            />
          )}
        </FormField>
      </ConfirmedForm>
    </div>
  );
}
