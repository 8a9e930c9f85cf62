'use client';

import { bundleTexts } from '../texts/en/bundle.ts';
import { ConfirmedForm } from '../ui/confirmed-form.tsx';
import type { EraseFields } from './pack-data.ts';

const texts = bundleTexts.erase;

interface EraseFormProps {
  readonly event: string;
  /** Groups of fields that can be erased. */
  readonly fields: readonly string[];
  readonly erase: EraseFields;
}

/** Erases chosen fields of an own event: closed until it is asked for, and not sent before it is confirmed. */
export function EraseForm({ event, fields, erase }: EraseFormProps) {
  return (
    <div className="mt-3 print:hidden">
      <ConfirmedForm
        title={texts.open}
        titleClass="font-medium text-brand text-note"
        text={texts.text}
        confirm={texts.confirm}
        submit={texts.submit}
        done={texts.done}
        send={(form) => erase(event, form.getAll('field').map(String))}
      >
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-medium">{texts.fields}</legend>
          {fields.map((field) => (
            <label key={field} className="flex min-h-9 items-center gap-3 break-all">
              <input type="checkbox" name="field" value={field} className="size-5 shrink-0" />
              {field}
            </label>
          ))}
        </fieldset>
      </ConfirmedForm>
    </div>
  );
}
