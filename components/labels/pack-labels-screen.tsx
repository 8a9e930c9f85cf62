'use client';

import type { PackLabelsRow } from '../../lib/queries/label-screens.ts';
import { PackLabel } from '../register/pack-label.tsx';
import { labelTexts } from '../texts/en/labels.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FormField } from '../ui/form-field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { LabelOrderForm } from './label-order-form.tsx';
import type { OrderLabels } from './labels-data.ts';

const { packs: texts } = labelTexts;

interface PackLabelsScreenProps {
  readonly batch: PackLabelsRow;
  readonly order: OrderLabels;
}

/** Labels for the packs of a batch: what the first looks like, which, and in what form. */
export function PackLabelsScreen({ batch, order }: PackLabelsScreenProps) {
  const { gtin, lot, productName, inHand, sample } = batch;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <PageHead title={texts.title(lot)}>
        {productName} · {texts.intro}
      </PageHead>
      {sample === null ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <>
          {sample.expiry !== null && (
            <Card title={texts.sample}>
              <PackLabel request={{ gtin, batch: lot, expiry: sample.expiry, serials: [sample.serial] }} />
            </Card>
          )}
          <Card title={`${texts.inHand}: ${texts.count(inHand)}`}>
            <LabelOrderForm
              order={order}
              requestOf={(form, labelForm) => {
                const from = String(form.get('from') ?? '').trim();
                return {
                  ...{ labels: 'packs', gtin, batch: lot, form: labelForm, most: Number(form.get('most')) },
                  ...(from !== '' && { from }),
                };
              }}
            >
              <FormField id="label-from" label={texts.from} hint={texts.fromHint} optional>
                {(control) => <input {...control} name="from" maxLength={20} className="field font-mono" />}
              </FormField>
              <FormField id="label-most" label={texts.most}>
                {(control) => (
                  <input
                    {...control}
                    {...{ name: 'most', type: 'number', min: 1, max: inHand, required: true }}
                    defaultValue={inHand}
                    className="field figures"
                  />
                )}
              </FormField>
            </LabelOrderForm>
          </Card>
        </>
      )}
    </div>
  );
}
