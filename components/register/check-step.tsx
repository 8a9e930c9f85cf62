'use client';

import { guessChance } from '../../lib/gs1/guess-chance.ts';
import { numberText } from '../format/number-text.ts';
import { oneInText } from '../format/one-in-text.ts';
import { registerTexts } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { PackLabel } from './pack-label.tsx';
import type { ProductChoice, RegisterRequest } from './register-data.ts';

const { check } = registerTexts;

interface CheckStepProps {
  readonly product: ProductChoice;
  readonly request: RegisterRequest;
  readonly busy: boolean;
  readonly problem: ProblemData | undefined;
  readonly onStart: () => void;
}

/** Everything once more before it is stored, with a label to hold against a printed pack. */
export function CheckStep({ product, request, busy, problem, onStart }: CheckStepProps) {
  const { serials } = request;
  const chance = guessChance(
    { alphabet: product.serialAlphabet, length: product.serialLength },
    serials.length,
  );
  return (
    <div className="flex flex-col gap-6">
      <FactList
        facts={[
          [check.packs, <strong key="packs">{numberText(serials.length)}</strong>],
          [check.first, <Identifier key="first" kind="serial" value={serials[0] ?? ''} />],
          [check.last, <Identifier key="last" kind="serial" value={serials.at(-1) ?? ''} />],
          [check.chance, oneInText(chance)],
        ]}
      />
      <PackLabel request={request} />
      {problem && <Problem problem={problem} />}
      <Button kind="primary" size="large" busy={busy} onClick={onStart} className="self-start">
        {check.start(serials.length)}
      </Button>
    </div>
  );
}
