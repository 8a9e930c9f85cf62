'use client';

import { type FormEvent, useState } from 'react';
import { productTexts } from '../texts/en/product.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import type { ProductScreenProps } from './product-data.ts';

const { policy: texts } = productTexts;

interface PolicyFormProps {
  readonly product: Pick<ProductScreenProps, 'gtin' | 'serialLength' | 'serialAlphabet' | 'serialsEnforced'>;
  readonly save: ProductScreenProps['savePolicy'];
}

/** Length and characters of a product's serials, and whether every list must follow them. */
export function PolicyForm({ product, save }: PolicyFormProps) {
  const [length, setLength] = useState(String(product.serialLength));
  const [alphabet, setAlphabet] = useState(product.serialAlphabet);
  const [enforced, setEnforced] = useState(product.serialsEnforced);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const [isSaved, setSaved] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setSaved(false);
    const said = {
      gtin: product.gtin,
      length: /^\d{1,2}$/.test(length) ? Number(length) : 0,
      alphabet,
      enforced,
    };
    const answer = await askServer(() => save(said));
    setProblem(answer.ok ? undefined : answer.problem);
    setSaved(answer.ok);
    setBusy(false);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField id="length" label={texts.length} hint={texts.lengthHint}>
          {(control) => (
            <input
              {...control}
              value={length}
              onChange={(event) => setLength(event.target.value)}
              inputMode="numeric"
              className="field figures"
            />
          )}
        </FormField>
        <FormField id="alphabet" label={texts.alphabet} hint={texts.alphabetHint}>
          {(control) => (
            <input
              {...control}
              value={alphabet}
              onChange={(event) => setAlphabet(event.target.value)}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              dir="ltr"
              className="field font-mono"
            />
          )}
        </FormField>
      </div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5"
          checked={enforced}
          onChange={(event) => setEnforced(event.target.checked)}
        />
        {texts.enforced}
      </label>
      {problem && <Problem problem={problem} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" busy={busy}>
          {texts.save}
        </Button>
        <span role="status">{isSaved && texts.saved}</span>
      </div>
    </form>
  );
}
