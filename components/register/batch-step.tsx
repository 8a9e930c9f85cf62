'use client';

import { type FormEvent, useState } from 'react';
import { expiryDigits } from '../../lib/gs1/expiry.ts';
import { parseLocalDate } from '../../lib/kernel/local-date.ts';
import { fieldFaultText } from '../texts/en/fields.ts';
import { registerTexts } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import { type BatchFaults, batchFaults } from './register-state.ts';

const { batch: texts } = registerTexts;

interface BatchStepProps {
  readonly batch: string;
  readonly expiry: string;
  readonly today: string;
  readonly onAnswer: (batch: string, expiry: string) => void;
}

/** Batch and expiry, each judged in place. */
export function BatchStep({ batch: givenBatch, expiry: givenExpiry, today, onAnswer }: BatchStepProps) {
  const [batch, setBatch] = useState(givenBatch);
  const [expiry, setExpiry] = useState(givenExpiry);
  const [faults, setFaults] = useState<BatchFaults>({});
  const date = parseLocalDate(expiry);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = batchFaults(batch.trim(), expiry, today);
    if (found.batch || found.expiry) setFaults(found);
    else onAnswer(batch.trim(), expiry);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField
          id="batch"
          label={texts.label}
          hint={texts.labelHint}
          fault={faults.batch && fieldFaultText(faults.batch)}
        >
          {(control) => (
            <input
              {...control}
              value={batch}
              onChange={(event) => setBatch(event.target.value)}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              dir="ltr"
              className="field font-mono"
            />
          )}
        </FormField>
        <FormField
          id="expiry"
          label={texts.expiry}
          hint={date && texts.printed(expiryDigits(date))}
          fault={faults.expiry && texts[faults.expiry]}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              value={expiry}
              min={today}
              onChange={(event) => setExpiry(event.target.value)}
              className="field"
            />
          )}
        </FormField>
      </div>
      <Button type="submit" kind="primary" className="self-start">
        {registerTexts.go}
      </Button>
    </form>
  );
}
