'use client';

import { Download } from 'lucide-react';
import { registerTexts, serialRowFaultText } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';
import { saveFile } from '../ui/save-file.ts';
import { FaultTable } from './fault-table.tsx';
import { faultsCsv, type SerialRow } from './serial-rows.ts';

const { serials: texts } = registerTexts;
/** More rows than a person mends by hand; the rest waits its turn. */
const SHOWN = 50;

interface FaultGridProps {
  readonly rows: readonly SerialRow[];
  readonly onMend: (row: number, serial: string) => void;
  readonly onDrop: (rows: readonly number[]) => void;
}

/** Every row with a fault, to be mended in place, left out, or taken away as a file. */
export function FaultGrid({ rows, onMend, onDrop }: FaultGridProps) {
  const faulty = rows.flatMap(({ row, serial, fault }) =>
    fault ? [{ row, serial, text: serialRowFaultText(fault) }] : [],
  );
  if (faulty.length === 0) return null;
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="font-semibold">
        {texts.faulty(faulty.length, rows.length)}
      </p>
      <FaultTable rows={faulty.slice(0, SHOWN)} onMend={onMend} onDrop={(row) => onDrop([row])} />
      {faulty.length > SHOWN && (
        <p className="text-ink-soft text-note">{texts.more(faulty.length - SHOWN)}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => saveFile(texts.downloadName, faultsCsv(faulty))}>
          <Download size={16} aria-hidden />
          {texts.download}
        </Button>
        <Button onClick={() => onDrop(faulty.map(({ row }) => row))}>{texts.dropAll}</Button>
      </div>
    </div>
  );
}
