'use client';

import { type FormEvent, useState } from 'react';
import { PAGE } from '../page-addresses.ts';
import type { KnownParts } from '../scan/judge-scan.ts';
import { checkManualEntry, type ManualFaults } from '../scan/manual-entry-check.ts';
import { fieldFaultText, fieldTexts } from '../texts/en/fields.ts';
import { verifyTexts } from '../texts/en/verify.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { PublicQuestion } from './verify-data.ts';

const FIELDS = ['gtin', 'serial', 'batch', 'expiry'] as const;

/** What is printed on the pack, typed. Without scripts the form asks the page itself. */
export function VerifyForm({
  known,
  thisYear,
  busy,
  onAsk,
}: {
  readonly known: KnownParts;
  readonly thisYear: number;
  readonly busy: boolean;
  readonly onAsk: (question: PublicQuestion) => Promise<void>;
}) {
  const [faults, setFaults] = useState<ManualFaults>({});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = Object.fromEntries(FIELDS.map((field) => [field, String(form.get(field) ?? '')]));
    const checked = checkManualEntry({ ...known, ...typed }, thisYear);
    if (checked.ok) void onAsk({ ...checked.value });
    else setFaults(checked.error);
  };
  return (
    <form action={PAGE.verify} method="get" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <h2 className="font-semibold text-lead">{verifyTexts.orType}</h2>
      {FIELDS.map((field) => {
        const fault = faults[field];
        return (
          <FormField
            key={field}
            id={`verify-${field}`}
            label={fieldTexts[field]}
            hint={fieldTexts[`${field}Hint`]}
            fault={fault && fieldFaultText(fault)}
          >
            {(control) => (
              <input
                {...control}
                name={field}
                defaultValue={known[field]}
                onChange={() => setFaults({ ...faults, [field]: undefined })}
                inputMode={field === 'gtin' || field === 'expiry' ? 'numeric' : 'text'}
                autoComplete="off"
                autoCapitalize="off"
                autoCorrect="off"
                spellCheck={false}
                dir="ltr"
                className="field font-mono"
              />
            )}
          </FormField>
        );
      })}
      <Button type="submit" kind="primary" size="large" busy={busy}>
        {verifyTexts.check}
      </Button>
    </form>
  );
}
