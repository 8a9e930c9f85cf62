'use client';

import { ClipboardPaste } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { shippingTexts } from '../texts/en/shipping.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormField } from '../ui/form-field.tsx';

const { reading } = shippingTexts;

/** Says that the scanner is listened to, and takes pasted codes. `onText` gives back what could not be read. */
export function PackReader({ onText }: { readonly onText: (text: string) => readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="flex items-center gap-2 text-ink-soft text-note">
        <span aria-hidden className="size-2 rounded-full bg-brand" />
        {reading.listening}
      </p>
      <Button size="small" onClick={() => setOpen(true)}>
        <ClipboardPaste size={16} aria-hidden />
        {reading.paste}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={reading.paste}>
        <PasteForm onText={onText} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function PasteForm({
  onText,
  onDone,
}: {
  readonly onText: (text: string) => readonly string[];
  readonly onDone: () => void;
}) {
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = onText(text);
    setFaults(found);
    if (found.length === 0) onDone();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormField
        id="codes"
        label={reading.pasteLabel}
        hint={reading.pasteHint}
        fault={faults.length > 0 && faults.slice(0, 5).join(' ')}
      >
        {(control) => (
          <textarea
            {...control}
            data-focus-first
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={10}
            spellCheck={false}
            autoCapitalize="off"
            dir="ltr"
            className="field font-mono"
          />
        )}
      </FormField>
      <Button type="submit" kind="primary" size="large">
        {reading.take}
      </Button>
    </form>
  );
}
