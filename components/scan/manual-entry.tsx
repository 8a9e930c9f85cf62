'use client';

import { type FormEvent, useState } from 'react';
import { fieldFaultText, fieldTexts } from '../texts/en/fields.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { KnownParts } from './judge-scan.ts';
import { checkManualEntry, type ManualFaults } from './manual-entry-check.ts';
import type { ScannedPack } from './scanned-pack.ts';

const FIELDS = ['gtin', 'serial', 'batch', 'expiry'] as const;

interface ManualEntryProps {
  /** What is known already; `undefined` while the dialog is closed. */
  readonly known: KnownParts | undefined;
  readonly thisYear: number;
  readonly onClose: () => void;
  readonly onPack: (pack: ScannedPack) => void;
}

/** Typing what is printed on a pack, each field judged with the place of its fault. */
export function ManualEntry({ known, thisYear, onClose, onPack }: ManualEntryProps) {
  return (
    <Dialog open={known !== undefined} onClose={onClose} title={scanTexts.manual.title}>
      {known && <ManualForm known={known} thisYear={thisYear} onPack={onPack} />}
    </Dialog>
  );
}

function ManualForm({
  known,
  thisYear,
  onPack,
}: Pick<ManualEntryProps, 'thisYear' | 'onPack'> & { readonly known: KnownParts }) {
  const [typed, setTyped] = useState(known);
  const [faults, setFaults] = useState<ManualFaults>({});
  const firstEmpty = FIELDS.find((field) => known[field] === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = checkManualEntry(typed, thisYear);
    if (checked.ok) onPack(checked.value);
    else setFaults(checked.error);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {FIELDS.map((field) => {
        const fault = faults[field];
        return (
          <FormField
            key={field}
            id={`manual-${field}`}
            label={fieldTexts[field]}
            hint={fieldTexts[`${field}Hint`]}
            fault={fault && fieldFaultText(fault)}
          >
            {(control) => (
              <input
                {...control}
                value={typed[field]}
                onChange={(event) => {
                  setTyped({ ...typed, [field]: event.target.value });
                  setFaults({ ...faults, [field]: undefined });
                }}
                data-focus-first={field === firstEmpty || undefined}
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
      <p className="text-ink-soft text-note">{scanTexts.manual.note}</p>
      <Button type="submit" kind="primary" size="large">
        {scanTexts.manual.submit}
      </Button>
    </form>
  );
}
