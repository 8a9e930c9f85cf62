'use client';

import { type FormEvent, useState } from 'react';
import { GREATEST_GUESS_CHANCE, guessChance } from '../../lib/gs1/guess-chance.ts';
import { randomSerials } from '../../lib/gs1/random-serials.ts';
import { oneInText } from '../format/one-in-text.ts';
import { registerTexts } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import type { ProductChoice } from './register-data.ts';
import { LONG_COUNT } from './send-serials.ts';

const { serials: texts } = registerTexts;
const MOST = 1_000_000;

/** Serials drawn at random, with the chance of guessing one said before they are made. */
export function GenerateSerials({
  product,
  onSerials,
  onMany,
}: {
  readonly product: ProductChoice;
  readonly onSerials: (serials: readonly string[]) => void;
  /** More than this device is to hold: they are made where they are kept. */
  readonly onMany: (count: number) => void;
}) {
  const [typed, setTyped] = useState('1000');
  const [fault, setFault] = useState<string>();
  const count = /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : 0;
  const policy = { alphabet: product.serialAlphabet, length: product.serialLength };
  const chance = guessChance(policy, Math.max(1, count));
  const fit = chance < GREATEST_GUESS_CHANCE;
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (count < 1 || count > MOST) {
      setFault(texts.countFault);
      return;
    }
    if (count > LONG_COUNT) {
      onMany(count);
      return;
    }
    const made = randomSerials(count, policy, (length) => crypto.getRandomValues(new Uint8Array(length)));
    if (made.ok) onSerials(made.value);
    else setFault(texts.guessPoor);
  };
  return (
    <form onSubmit={make} noValidate className="flex flex-col gap-4">
      <div className="max-w-60">
        <FormField id="count" label={texts.count} fault={fault}>
          {(control) => (
            <input
              {...control}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setFault(undefined);
              }}
              inputMode="numeric"
              className="field figures"
            />
          )}
        </FormField>
      </div>
      <p className="text-ink-soft">
        {texts.made(product.serialLength, new Set(product.serialAlphabet).size)}
        <br />
        <span className="figures">{texts.guess(oneInText(chance))}</span>
        {!fit && <strong className="block font-semibold text-ink">{texts.guessPoor}</strong>}
      </p>
      <Button type="submit" kind="primary" disabled={!fit} className="self-start">
        {texts.make(count)}
      </Button>
    </form>
  );
}
