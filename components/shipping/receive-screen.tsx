'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { PAGE } from '../page-addresses.ts';
import { shippingTexts } from '../texts/en/shipping.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { TimeText } from '../ui/time-text.tsx';
import { type DeliveryDifference, deliveryDifference, keyText, takenAsOne } from './delivery-difference.ts';
import { DeliveryRecord } from './delivery-record.tsx';
import { DifferenceList, type DifferenceReasons } from './difference-list.tsx';
import { MovementDone } from './movement-done.tsx';
import { PackGroups } from './pack-groups.tsx';
import { PackReader } from './pack-reader.tsx';
import { ScannedUnits } from './scanned-units.tsx';
import type { MovementResult, ReadPack, ReceiveRequest, ReceiveScreenProps } from './shipping-data.ts';
import { usePackReader } from './use-pack-reader.ts';

const { receive: texts } = shippingTexts;

/** What is sent: what agrees, and every difference with its reason. */
function requestOf(
  { shipment, announced }: Pick<ReceiveScreenProps, 'shipment' | 'announced'>,
  difference: DeliveryDifference,
  reasons: DifferenceReasons,
): ReceiveRequest {
  const { missing, extra } = difference;
  const { units, packs, checked } = takenAsOne(announced, difference);
  return {
    shipmentId: shipment.id,
    units,
    checked: checked.map(({ gtin, serial, container }) => ({ gtin, serial, container })),
    received: packs.map(({ gtin, serial }) => ({ gtin, serial })),
    missing: missing.map(({ gtin, serial }) => ({
      gtin,
      serial,
      reason: reasons.missing.get(keyText({ gtin, serial })) ?? 'not-checked',
    })),
    extra: extra.map(({ pack, reason }) => ({
      ...pack,
      reason,
      accepted: reasons.accepted.has(keyText(pack)),
    })),
  };
}

/** Receive: announced on the left, scanned on the right, the difference in the middle. */
export function ReceiveScreen(props: ReceiveScreenProps) {
  const { shipment, announced, thisYear, receipts, receive } = props;
  const router = useRouter();
  const [scanned, setScanned] = useState<ReadonlyMap<string, ReadPack>>(new Map());
  const [reasons, setReasons] = useState<DifferenceReasons>({ missing: new Map(), accepted: new Set() });
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const [result, setResult] = useState<MovementResult>();
  const requestId = useRef<string>(undefined);
  const [units, setUnits] = useState<ReadonlySet<string>>(new Set());
  const readText = usePackReader(
    thisYear,
    (packs) => {
      const fresh = packs.filter((pack) => !scanned.has(keyText(pack)));
      requestId.current = undefined;
      setScanned(new Map([...scanned, ...fresh.map((pack) => [keyText(pack), pack] as const)]));
      return fresh.length;
    },
    (read) => {
      const fresh = read.filter((sscc) => !units.has(sscc) && isAnnounced(announced, sscc));
      requestId.current = undefined;
      setUnits(new Set([...units, ...fresh]));
      return fresh.length;
    },
  );
  const giveReasons = (given: DifferenceReasons) => {
    requestId.current = undefined;
    setReasons(given);
  };
  const difference = deliveryDifference(announced, [...scanned.values()], units);
  const isTelling =
    scanned.size + units.size > 0 || [...reasons.missing.values()].some((reason) => reason !== 'not-checked');
  const taken = difference.matched.length + reasons.accepted.size;

  const finish = async () => {
    setBusy(true);
    requestId.current ??= crypto.randomUUID();
    const id = requestId.current;
    const answer = await askServer(() => receive(requestOf(props, difference, reasons), id));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setResult(answer.value);
  };

  return (
    <>
      <PageHead title={texts.heading(shipment.from.name)}>
        {shipment.reference ?? texts.noReference} · {texts.columns.shipped}{' '}
        <TimeText at={shipment.shippedAt} siteZone={shipment.timeZone} />
      </PageHead>
      {result ? (
        <MovementDone
          title={texts.done}
          text={texts.doneText(taken - result.withoutEffect.length)}
          result={result}
          action={
            <div className="flex flex-wrap gap-3">
              <Link href={PAGE.receive} className={buttonClass('primary')}>
                {texts.back}
              </Link>
              <Button onClick={() => router.refresh()}>{texts.see}</Button>
            </div>
          }
        />
      ) : (
        <>
          <ThreeColumns
            announced={announced}
            difference={difference}
            started={opened || scanned.size + units.size > 0}
            units={units}
            onOneByOne={(sscc) => setUnits(new Set([...units].filter((other) => other !== sscc)))}
            onStart={() => setOpened(true)}
            reasons={reasons}
            onReasons={giveReasons}
            onText={readText}
          />
          <div className="mt-6 flex max-w-2xl flex-col gap-3">
            {problem && <Problem problem={problem} />}
            <Button kind="primary" size="large" busy={busy} disabled={!isTelling} onClick={finish}>
              {isTelling && difference.missing.length + difference.extra.length > 0
                ? texts.finishWithDifference(taken)
                : texts.finish(taken)}
            </Button>
            <p className="text-ink-soft text-note">{texts.differenceNote}</p>
          </div>
        </>
      )}
      {receipts.length > 0 && (
        <div className="mt-6">
          <DeliveryRecord receipts={receipts} />
        </div>
      )}
    </>
  );
}

const isAnnounced = (announced: ReceiveScreenProps['announced'], sscc: string): boolean =>
  announced.some(({ unit, container }) => unit === sscc || container === sscc);

interface ThreeColumnsProps {
  readonly announced: ReceiveScreenProps['announced'];
  readonly difference: DeliveryDifference;
  readonly units: ReadonlySet<string>;
  readonly onOneByOne: (sscc: string) => void;
  readonly started: boolean;
  readonly onStart: () => void;
  readonly reasons: DifferenceReasons;
  readonly onReasons: (reasons: DifferenceReasons) => void;
  readonly onText: (text: string) => readonly string[];
}

/** On a phone the scanner's side comes first, for that is where the hand is. */
function ThreeColumns(props: ThreeColumnsProps) {
  const { announced, difference, onText, units, onOneByOne, ...list } = props;
  const { matched, inferred } = difference;
  const got = new Set(matched.map(keyText));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-3">
      <Card title={texts.announced} className="max-lg:order-3">
        <PackGroups
          lines={announced}
          countOf={(packs) =>
            texts.progress(packs.filter((pack) => got.has(keyText(pack))).length, packs.length)
          }
        />
      </Card>
      <Card title={texts.difference} className="max-lg:order-2">
        <DifferenceList difference={difference} {...list} />
      </Card>
      <Card title={texts.scanned} className="max-lg:order-1">
        <PackReader onText={onText} />
        <p role="status" className="figures my-4 font-semibold text-title">
          {texts.progress(matched.length, announced.length)}
        </p>
        {inferred.length > 0 && (
          <p className="mb-4 text-ink-soft text-note">
            {texts.spotChecks(matched.length - inferred.length, inferred.length)}
          </p>
        )}
        <ScannedUnits announced={announced} units={units} onOneByOne={onOneByOne} />
        {matched.length === 0 && <p className="text-ink-soft">{texts.scannedNone}</p>}
        <PackGroups lines={matched} />
      </Card>
    </div>
  );
}
