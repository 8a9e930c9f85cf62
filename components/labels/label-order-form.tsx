'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { LABEL_FORMS, type LabelForm } from '../../lib/gs1/labels/label-form.ts';
import { labelsAddress } from '../page-addresses.ts';
import { labelTexts } from '../texts/en/labels.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useOnceForm } from '../ui/use-once-form.ts';
import type { LabelRequest, OrderLabels } from './labels-data.ts';

interface LabelOrderFormProps {
  readonly order: OrderLabels;
  readonly requestOf: (form: FormData, labelForm: LabelForm) => LabelRequest;
  readonly children: ReactNode;
}

const formIn = (form: FormData): LabelForm =>
  LABEL_FORMS.find((name) => name === form.get('form')) ?? LABEL_FORMS[0];

/** Orders labels in one of the forms, and leads to the page of the job. */
export function LabelOrderForm({ order, requestOf, children }: LabelOrderFormProps) {
  const router = useRouter();
  const { busy, problem, handlers } = useOnceForm(
    (form, requestId) => order(requestOf(form, formIn(form)), requestId),
    ({ jobId }) => router.push(labelsAddress(jobId)),
  );
  return (
    <form {...handlers} className="flex max-w-xl flex-col gap-5">
      {problem && <Problem problem={problem} />}
      {children}
      <FormField id="label-form" label={labelTexts.form}>
        {(control) => (
          <select {...control} name="form" className="field">
            {LABEL_FORMS.map((name) => (
              <option key={name} value={name}>
                {labelTexts.forms[name]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <Button type="submit" kind="primary" busy={busy}>
        {labelTexts.make}
      </Button>
    </form>
  );
}
