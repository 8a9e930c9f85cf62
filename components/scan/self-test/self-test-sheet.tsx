'use client';

import { createPortal } from 'react-dom';
import { selfTestTexts } from '../../texts/en/self-test.ts';
import type { SelfTestPicture } from './self-test-picture.ts';

/** The codes on paper, for scanners that do not read from a screen: alone on their sheet, well apart. */
export function SelfTestSheet({ pictures }: { readonly pictures: readonly SelfTestPicture[] }) {
  return createPortal(
    <div className="print-alone hidden p-8 print:block">
      <p className="font-semibold text-lead">{selfTestTexts.sheet}</p>
      <ol className="mt-12 flex justify-between gap-12">
        {pictures.map(({ id, address }) => (
          <li key={id}>
            {/* biome-ignore lint/performance/noImgElement: a drawing that came with the page needs no image server */}
            <img src={address} alt="" style={{ width: '28mm', height: '28mm' }} />
            <p className="mt-4">{selfTestTexts.steps[id]}</p>
          </li>
        ))}
      </ol>
    </div>,
    document.body,
  );
}
