'use client';

import { type FormEvent, useState } from 'react';
import { productTexts } from '../texts/en/product.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ActionAnswer, ProblemData } from '../ui/problem-data.ts';
import type { ProductScreenProps } from './product-data.ts';

const { ranges: texts } = productTexts;
const NOTHING = { first: '', last: '', note: '' };

interface RangeListProps {
  readonly product: Pick<ProductScreenProps, 'gtin' | 'ranges' | 'mayChange'>;
  readonly add: ProductScreenProps['addRange'];
  readonly remove: ProductScreenProps['removeRange'];
}

/** Serials that nobody registers, with what they are kept for. */
export function RangeList({ product: { gtin, ranges, mayChange }, add, remove }: RangeListProps) {
  const [problem, setProblem] = useState<ProblemData>();
  const act = async (action: () => Promise<ActionAnswer<null>>): Promise<boolean> => {
    const answer = await askServer(action);
    setProblem(answer.ok ? undefined : answer.problem);
    return answer.ok;
  };
  return (
    <div className="flex flex-col gap-5">
      {ranges.length === 0 && <p>{texts.none}</p>}
      <ul className="divide-y divide-line">
        {ranges.map(({ id, first, last, note }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <span className="flex flex-wrap gap-x-3">
              <Identifier kind="serial" value={first} copy={false} />
              <span aria-hidden>–</span>
              <Identifier kind="serial" value={last} copy={false} />
              <span className="text-ink-soft">{note}</span>
            </span>
            {mayChange && (
              <Button
                kind="quiet"
                size="small"
                aria-label={texts.removeOf(first, last)}
                onClick={() => void act(() => remove(gtin, id))}
              >
                {texts.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem && <Problem problem={problem} />}
      {mayChange && <AddRange onAdd={(range) => act(() => add({ gtin, ...range }))} />}
    </div>
  );
}

function AddRange({ onAdd }: { readonly onAdd: (range: typeof NOTHING) => Promise<boolean> }) {
  const [range, setRange] = useState(NOTHING);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    if (await onAdd({ ...range, first: range.first.trim(), last: range.last.trim() })) setRange(NOTHING);
    setBusy(false);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div className="grid gap-5 sm:grid-cols-3">
        {(['first', 'last', 'note'] as const).map((name) => (
          <FormField key={name} id={`range-${name}`} label={texts[name]}>
            {(control) => (
              <input
                {...control}
                value={range[name]}
                onChange={(event) => setRange({ ...range, [name]: event.target.value })}
                autoComplete="off"
                spellCheck={name === 'note'}
                className={name === 'note' ? 'field' : 'field font-mono'}
              />
            )}
          </FormField>
        ))}
      </div>
      <Button type="submit" busy={busy} className="self-start">
        {texts.add}
      </Button>
    </form>
  );
}
