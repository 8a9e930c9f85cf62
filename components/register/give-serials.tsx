'use client';

import { type FormEvent, useState } from 'react';
import { registerTexts } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';

const { serials: texts } = registerTexts;

interface GiveSerialsProps {
  readonly onText: (text: string) => void;
  readonly fault: string | undefined;
}

/** Serials that exist elsewhere, pasted. */
export function PasteSerials({ onText, fault }: GiveSerialsProps) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onText(text);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormField id="pasted" label={texts.paste} fault={fault}>
        {(control) => (
          <textarea
            {...control}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={8}
            spellCheck={false}
            autoCapitalize="off"
            dir="ltr"
            className="field max-w-xl font-mono"
          />
        )}
      </FormField>
      <Button type="submit" kind="primary" className="self-start">
        {texts.take}
      </Button>
    </form>
  );
}

interface UploadSerialsProps {
  readonly onFile: (file: File) => void;
  readonly fault: string | undefined;
}

/** Serials that exist elsewhere, in a file. */
export function UploadSerials({ onFile, fault }: UploadSerialsProps) {
  return (
    <div className="max-w-xl">
      <FormField id="file" label={texts.file} hint={texts.fileHint} fault={fault}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.txt,.json,.jsonld,text/csv,text/plain,application/json,application/ld+json"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) onFile(file);
            }}
            className="field file:me-4 file:rounded-small file:border-0 file:bg-brand-soft file:px-3 file:py-1 file:font-medium file:text-brand"
          />
        )}
      </FormField>
    </div>
  );
}
