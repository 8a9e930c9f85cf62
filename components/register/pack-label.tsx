'use client';

import { drawingSVG, gs1datamatrix } from 'bwip-js/generic';
import { bracketedTextOf } from '../../lib/gs1/bracketed-text.ts';
import { registerTexts } from '../texts/en/register.ts';
import type { RegisterRequest } from './register-data.ts';

const { check } = registerTexts;

interface Drawn {
  readonly viewBox: string;
  readonly path: string;
}

/** Draws the symbol; `undefined` where the encoder refuses the values, which our own rules should have done. */
function drawSymbol({ gtin, expiry, batch }: RegisterRequest, serial: string): Drawn | undefined {
  const text = bracketedTextOf([
    { ai: '01', value: gtin },
    { ai: '21', value: serial },
    { ai: '17', value: expiry },
    { ai: '10', value: batch },
  ]);
  try {
    const svg: string = gs1datamatrix({ bcid: 'gs1datamatrix', text, padding: 2 }, drawingSVG());
    const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1];
    const path = / d="([^"]+)"/.exec(svg)?.[1];
    return viewBox && path ? { viewBox, path } : undefined;
  } catch {
    return undefined;
  }
}

/** A pack's label as it should be printed: the code, and below it what it says. Black on white, in the dark too. */
export function PackLabel({ request }: { readonly request: RegisterRequest }) {
  const serial = request.serials[0] ?? '';
  const drawn = drawSymbol(request, serial);
  if (!drawn) return <p className="font-medium">{check.labelFault}</p>;
  const lines = [
    [check.productShort, request.gtin],
    [check.serialShort, serial],
    [check.expiryShort, request.expiry],
    [check.batchShort, request.batch],
  ] as const;
  return (
    <figure className="flex flex-col gap-2">
      <div className="flex w-fit max-w-full flex-wrap items-center gap-5 rounded-control border border-line bg-white p-4 text-black">
        <svg viewBox={drawn.viewBox} role="img" aria-label={check.label} className="size-28 shrink-0">
          <path d={drawn.path} fill="currentColor" fillRule="evenodd" />
        </svg>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 font-mono text-note">
          {lines.map(([name, value]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <figcaption className="text-ink-soft text-note">{check.labelText}</figcaption>
    </figure>
  );
}
