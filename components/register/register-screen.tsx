'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { expiryDigits } from '../../lib/gs1/expiry.ts';
import { parseLocalDate } from '../../lib/kernel/local-date.ts';
import { registrationAddress } from '../page-addresses.ts';
import { registerTexts } from '../texts/en/register.ts';
import { askServer } from '../ui/ask-server.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { Step } from '../ui/step.tsx';
import { BatchStep } from './batch-step.tsx';
import { CheckStep } from './check-step.tsx';
import { ProductStep } from './product-step.tsx';
import type { RegisterScreenProps } from './register-data.ts';
import {
  EMPTY_REGISTER,
  nextStep,
  type RegisterState,
  requestOf,
  STEPS,
  type StepName,
} from './register-state.ts';
import { SerialsStep } from './serials-step.tsx';

/** Register a batch: product, batch and expiry, serials, check. One page; steps fold as they are answered. */
export function RegisterScreen(props: RegisterScreenProps) {
  const { products, today } = props;
  const [state, setState] = useState<RegisterState>(EMPTY_REGISTER);
  const answer = (part: Partial<RegisterState>) =>
    setState((now) => {
      const next = { ...now, ...part };
      return { ...next, open: nextStep(next, today) };
    });
  return (
    <div className="mx-auto max-w-4xl">
      <PageHead title={registerTexts.title}>{registerTexts.intro}</PageHead>
      {products.length === 0 ? (
        <EmptyState title={registerTexts.product.none}>{registerTexts.product.noneText}</EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          {STEPS.map((name, at) => (
            <Step
              key={name}
              number={at + 1}
              title={registerTexts.steps[name]}
              open={state.open === name}
              summary={summaryOf(name, state)}
              changeLabel={registerTexts.change}
              onChange={() => setState({ ...state, open: name })}
            >
              <OpenStep name={name} state={state} answer={answer} {...props} />
            </Step>
          ))}
        </div>
      )}
    </div>
  );
}

function summaryOf(name: StepName, { product, batch, expiry, rows }: RegisterState) {
  switch (name) {
    case 'product':
      return product?.name ?? null;
    case 'batch':
      return batch === '' ? null : (
        <>
          <span className="font-mono">{batch}</span> · <ExpiryText date={expiry} />
        </>
      );
    case 'serials':
      return rows.length === 0 ? null : registerTexts.serials.good(rows.length);
    case 'check':
      return null;
    default:
      return name satisfies never;
  }
}

interface OpenStepProps extends RegisterScreenProps {
  readonly name: StepName;
  readonly state: RegisterState;
  readonly answer: (part: Partial<RegisterState>) => void;
}

function OpenStep({ name, state, answer, ...props }: OpenStepProps) {
  const { product, rows } = state;
  if (name === 'product') {
    return (
      <ProductStep
        products={props.products}
        chosen={product?.gtin}
        // Which serials are taken depends on the product.
        onChoose={(chosen) => answer({ product: chosen, rows: chosen.gtin === product?.gtin ? rows : [] })}
      />
    );
  }
  if (name === 'batch') {
    return (
      <BatchStep
        batch={state.batch}
        expiry={state.expiry}
        today={props.today}
        onAnswer={(batch, expiry) => answer({ batch, expiry })}
      />
    );
  }
  const date = parseLocalDate(state.expiry);
  if (!product || !date) return null;
  return name === 'serials' ? (
    <SerialsStep
      product={product}
      batch={state.batch}
      expiry={expiryDigits(date)}
      rows={rows}
      takenSerials={props.takenSerials}
      onAnswer={(judged) => answer({ rows: judged })}
    />
  ) : (
    <StartStep state={state} {...props} />
  );
}

function StartStep({ state, today, start }: RegisterScreenProps & { readonly state: RegisterState }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  // One batch is one request, however often the button is pressed.
  const requestId = useRef<string>(undefined);
  const request = requestOf(state, today);
  if (!request || !state.product) return null;
  const onStart = async () => {
    setBusy(true);
    requestId.current ??= crypto.randomUUID();
    const id = requestId.current;
    const answer = await askServer(() => start(request, id));
    if (answer.ok) router.push(registrationAddress(answer.value.jobId));
    else {
      setProblem(answer.problem);
      setBusy(false);
    }
  };
  return (
    <CheckStep product={state.product} request={request} busy={busy} problem={problem} onStart={onStart} />
  );
}
