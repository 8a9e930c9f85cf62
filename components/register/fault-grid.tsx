'use client';

import { Download } from 'lucide-react';
import { registerTexts, serialRowFaultText } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';
import { saveFile } from '../ui/save-file.ts';
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
  const faulty = rows.flatMap(({ row, serial, fault }) => (fault ? [{ row, serial, fault }] : []));
  if (faulty.length === 0) return null;
  const download = () =>
    saveFile(
      texts.downloadName,
      faultsCsv(faulty.map(({ row, serial, fault }) => ({ row, serial, text: serialRowFaultText(fault) }))),
    );
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="font-semibold">
        {texts.faulty(faulty.length, rows.length)}
      </p>
      <div className="overflow-x-auto rounded-control border border-line">
        <table className="w-full min-w-[34rem] border-collapse text-start">
          <thead>
            <tr className="bg-sunken text-note text-ink-soft">
              <th className="w-20 p-2 text-start font-medium">{texts.columns.row}</th>
              <th className="p-2 text-start font-medium">{texts.columns.serial}</th>
              <th className="p-2 text-start font-medium">{texts.columns.fault}</th>
              <th className="w-32 p-2" />
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {faulty.slice(0, SHOWN).map(({ row, serial, fault }) => (
              <tr key={row}>
                <td className="p-2">{row}</td>
                <td className="p-2">
                  <input
                    defaultValue={serial}
                    aria-label={texts.serialOfRow(row)}
                    aria-invalid
                    onBlur={(event) => onMend(row, event.target.value.trim())}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') event.currentTarget.blur();
                    }}
                    spellCheck={false}
                    dir="ltr"
                    className="field font-mono"
                  />
                </td>
                <td className="p-2 text-note">{serialRowFaultText(fault)}</td>
                <td className="p-2 text-end">
                  <Button kind="quiet" size="small" onClick={() => onDrop([row])}>
                    {texts.drop}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faulty.length > SHOWN && (
        <p className="text-ink-soft text-note">{texts.more(faulty.length - SHOWN)}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={download}>
          <Download size={16} aria-hidden />
          {texts.download}
        </Button>
        <Button onClick={() => onDrop(faulty.map(({ row }) => row))}>{texts.dropAll}</Button>
      </div>
    </div>
  );
}
