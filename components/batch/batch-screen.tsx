import Link from 'next/link';
import { EvidenceLinks } from '../bundle/evidence-links.tsx';
import {
  batchBundleAddress,
  batchLabelsAddress,
  PAGE,
  packAddress,
  recallAddress,
} from '../page-addresses.ts';
import { batchTexts } from '../texts/en/batch.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { labelTexts } from '../texts/en/labels.ts';
import { recallTexts } from '../texts/en/recall.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';
import type { BatchScreenProps } from './batch-data.ts';
import { LiftRecallForm } from './lift-recall-form.tsx';
import { PlaceBar } from './place-bar.tsx';
import { RecallForm } from './recall-form.tsx';

const { identifiers } = controlTexts;

/** One batch: what it is, where its packs are, its recalls, and the packs at hand. */
export function BatchScreen(props: BatchScreenProps) {
  const { gtin, lot, productName, expiry, state, whole, counts, recalls, packs, recall, mayLabel } = props;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <PageHead
        title={productName}
        action={
          counts.own > 0 && (
            <div className="flex flex-wrap gap-3">
              {mayLabel && (
                <Link
                  prefetch={false}
                  href={batchLabelsAddress(gtin, lot)}
                  className={buttonClass('secondary')}
                >
                  {labelTexts.packs.link}
                </Link>
              )}
              <Link href={PAGE.ship} className={buttonClass('secondary')}>
                {batchTexts.ship}
              </Link>
            </div>
          )
        }
      >
        {batchTexts.title(lot)}
      </PageHead>
      <Card>
        <FactList
          facts={[
            [identifiers.gtin, <Identifier key="gtin" kind="gtin" value={gtin} />],
            [identifiers.batch, <Identifier key="batch" kind="batch" value={lot} />],
            [controlTexts.expiry, expiry ? <ExpiryText key="expiry" {...expiry} /> : controlTexts.notKnown],
            [batchTexts.state, <strong key="state">{batchTexts.states[state]}</strong>],
          ]}
        />
      </Card>
      {(whole || counts.own + counts.transit + counts.supplied > 0) && (
        <Card title={whole ? batchTexts.where.whole : batchTexts.where.own}>
          <PlaceBar counts={counts} />
        </Card>
      )}
      {recalls.length > 0 && <Recalls {...{ gtin, lot, recalls, recall, whole }} />}
      {packs.length > 0 && (
        <Card title={batchTexts.packs}>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-6 gap-y-1">
            {packs.map(({ serial }) => (
              <li key={serial}>
                <Link
                  prefetch={false}
                  href={packAddress(gtin, serial)}
                  className="inline-flex min-h-9 items-center rounded-small text-brand hover:underline"
                >
                  <Identifier kind="serial" value={serial} copy={false} />
                </Link>
              </li>
            ))}
          </ul>
          <Pager firstHref={null} nextHref={props.nextHref} />
        </Card>
      )}
      <EvidenceLinks address={batchBundleAddress(gtin, lot)} />
      {recall && <RecallForm gtin={gtin} lot={lot} market={recall.market} send={recall.send} />}
    </div>
  );
}

type RecallsProps = Pick<BatchScreenProps, 'gtin' | 'lot' | 'recalls' | 'recall' | 'whole'>;

function Recalls({ gtin, lot, recalls, recall, whole }: RecallsProps) {
  return (
    <Card title={batchTexts.recalls} className="border-line-strong">
      <ul className="flex flex-col gap-2">
        {recalls.map(({ event, by, on, recallClass, reach, own }) => (
          <li key={event}>
            <strong className="font-semibold">{batchTexts.recalled(by, on)}</strong>
            {recallClass !== null && `, ${batchTexts.recallClass(recallClass)}`}
            {`, ${reach.length === 0 ? batchTexts.everywhere : batchTexts.reach(reach)}`}
            {own && recall && <LiftRecallForm gtin={gtin} lot={lot} recall={event} send={recall.lift} />}
          </li>
        ))}
      </ul>
      {(whole || recall) && (
        <Link href={recallAddress(gtin, lot)} className={`mt-4 ${buttonClass('secondary')}`}>
          {recallTexts.open}
        </Link>
      )}
    </Card>
  );
}
