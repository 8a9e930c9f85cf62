'use client';

import { createPortal } from 'react-dom';
import { controlTexts } from '../texts/en/controls.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { FactList } from '../ui/fact-list.tsx';
import { TimeText } from '../ui/time-text.tsx';
import type { PackAnswer } from './pack-answer.ts';
import type { ScanScreenProps } from './scan-data.ts';
import type { ScanEntry } from './scan-machine.ts';
import { sentenceOf } from './verdict-sentence.ts';

const { slip } = scanTexts;

/** The slip for the quarantine bag: on paper only, in black and white, alone on its sheet. */
export function QuarantineSlip({
  entry,
  answer,
  place,
}: {
  readonly entry: ScanEntry;
  readonly answer: PackAnswer;
  readonly place: ScanScreenProps['place'];
}) {
  const { pack } = entry;
  const { identifiers } = controlTexts;
  return createPortal(
    <div className="print-alone hidden max-w-md p-8 print:block">
      <p className="border-4 border-current p-4 text-center font-semibold text-title uppercase">
        {slip.title}
      </p>
      <p className="mt-6 font-semibold text-lead">{answer.product?.name}</p>
      <p className="mt-1 mb-6 text-lead">{sentenceOf(answer)}</p>
      <FactList
        facts={[
          [identifiers.gtin, <code key="gtin">{pack.gtin}</code>],
          [identifiers.serial, <code key="serial">{pack.serial}</code>],
          [identifiers.batch, <code key="batch">{pack.batch}</code>],
          [slip.at, <TimeText key="at" at={entry.at} siteZone={place.timeZone} />],
          [slip.by, `${place.organisation}, ${place.location}`],
          [slip.reference, answer.alert.id ?? answer.operation],
          [slip.space, <span key="space" className="mt-8 block border-current border-b" />],
        ]}
      />
    </div>,
    document.body,
  );
}
