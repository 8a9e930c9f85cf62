'use client';

import Link from 'next/link';
import type { LabelJobRow, LabelsScreenRow } from '../../lib/queries/label-screens.ts';
import { labelsAddress } from '../page-addresses.ts';
import { labelTexts } from '../texts/en/labels.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FormField } from '../ui/form-field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { LabelOrderForm } from './label-order-form.tsx';
import type { OrderLabels } from './labels-data.ts';

const { ssccs } = labelTexts;
const MOST_SSCCS = 10_000;

/** New SSCC labels, and the files of labels made lately. */
export function LabelsScreen({ jobs, prefix, order }: LabelsScreenRow & { readonly order: OrderLabels }) {
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <PageHead title={labelTexts.title}>{labelTexts.intro}</PageHead>
      <Card title={ssccs.title}>
        {prefix === null ? (
          <p className="text-ink-soft">{ssccs.noPrefix}</p>
        ) : (
          <>
            <p className="mb-5 max-w-prose text-ink-soft">{ssccs.text(prefix)}</p>
            <LabelOrderForm
              order={order}
              requestOf={(form, labelForm) => ({
                ...{ labels: 'ssccs', count: Number(form.get('count')), form: labelForm },
              })}
            >
              <FormField id="sscc-count" label={ssccs.count}>
                {(control) => (
                  <input
                    {...control}
                    {...{ name: 'count', type: 'number', min: 1, max: MOST_SSCCS, required: true }}
                    defaultValue={1}
                    className="field figures"
                  />
                )}
              </FormField>
            </LabelOrderForm>
          </>
        )}
      </Card>
      {jobs.length === 0 ? (
        <EmptyState title={labelTexts.none}>{labelTexts.noneText}</EmptyState>
      ) : (
        <Card title={labelTexts.lately}>
          <ul className="divide-y divide-line">
            {jobs.map((job) => (
              <JobLine key={job.jobId} job={job} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

const JobLine = ({ job }: { readonly job: LabelJobRow }) => (
  <li>
    <Link
      prefetch={false}
      href={labelsAddress(job.jobId)}
      className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-6 gap-y-1 rounded-small py-3 hover:bg-sunken"
    >
      <span className="font-medium text-brand">
        {job.batch ? labelTexts.job.packs(job.batch.lot) : labelTexts.job.ssccs}
      </span>
      <span className="text-ink-soft text-note">{labelTexts.forms[job.form]}</span>
      <span className="figures">{labelTexts.job.done(job.total)}</span>
      <span>{labelTexts.job.states[job.state]}</span>
      <span className="text-ink-soft text-note">
        <TimeText at={job.createdAt} />
      </span>
    </Link>
  </li>
);
