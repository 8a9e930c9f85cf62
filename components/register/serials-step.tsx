'use client';

import { useState } from 'react';
import { registerTexts } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/problem.tsx';
import { FaultGrid } from './fault-grid.tsx';
import { GenerateSerials } from './generate-serials.tsx';
import { PasteSerials, UploadSerials } from './give-serials.tsx';
import type { ProductChoice, RegisterScreenProps } from './register-data.ts';
import { LONG_FILE_BYTES } from './send-serials.ts';
import type { SerialRow } from './serial-rows.ts';
import { useLongList } from './use-long-list.ts';
import { useSerialList } from './use-serial-list.ts';

const { serials: texts } = registerTexts;
const WAYS = ['generate', 'paste', 'upload'] as const;
type Way = (typeof WAYS)[number];

interface SerialsStepProps {
  readonly product: ProductChoice;
  readonly batch: string;
  /** YYMMDD. */
  readonly expiry: string;
  readonly rows: readonly SerialRow[];
  readonly takenSerials: RegisterScreenProps['takenSerials'];
  readonly onAnswer: (rows: readonly SerialRow[]) => void;
}

/** The serials: made here, pasted or from a file; every fault is shown before anything is stored. */
export function SerialsStep({ product, batch, expiry, rows, takenSerials, onAnswer }: SerialsStepProps) {
  const [way, setWay] = useState<Way>('generate');
  const list = useSerialList(product.gtin, rows, takenSerials);
  const long = useLongList({ gtin: product.gtin, batch, expiry });
  const takeFile = async (file: File) => {
    const isLong = file.size > LONG_FILE_BYTES || /\.json(ld)?$/i.test(file.name);
    if (isLong) await long.send({ file });
    else await list.takeText(await file.text());
  };
  const good = list.rows.length > 0 && list.rows.every(({ fault }) => fault === undefined);
  return (
    <div className="flex flex-col gap-6">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{texts.waysLabel}</legend>
        {WAYS.map((name) => (
          <label
            key={name}
            className="flex min-h-11 items-center gap-2 rounded-control border border-line px-4 has-checked:border-brand has-checked:bg-brand-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="way"
              className="size-4"
              checked={way === name}
              onChange={() => setWay(name)}
            />
            {texts.ways[name]}
          </label>
        ))}
      </fieldset>
      {way === 'generate' && (
        <GenerateSerials
          product={product}
          onSerials={list.takeSerials}
          onMany={(generate) => void long.send({ generate })}
        />
      )}
      {way === 'paste' && <PasteSerials onText={list.takeText} fault={list.fault} />}
      {way === 'upload' && <UploadSerials onFile={(file) => void takeFile(file)} fault={list.fault} />}
      {list.problem && <Problem problem={list.problem} />}
      {long.problem && <Problem problem={long.problem} />}
      {long.share !== undefined && (
        <progress className="bar" value={long.share} aria-label={registerTexts.uploaded.sending} />
      )}
      {list.busy && <p role="status">{texts.checking} …</p>}
      {!list.busy && <FaultGrid rows={list.rows} onMend={list.mend} onDrop={list.drop} />}
      {good && !list.busy && !list.problem && (
        <div className="flex flex-wrap items-center gap-4 border-line border-t pt-5">
          <p role="status" className="figures font-semibold text-lead">
            {texts.good(list.rows.length)}
          </p>
          <Button kind="primary" onClick={() => onAnswer(list.rows)}>
            {registerTexts.go}
          </Button>
        </div>
      )}
    </div>
  );
}
