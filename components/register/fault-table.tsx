'use client';

import { registerTexts } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';

const { serials: texts } = registerTexts;

/** A row with a fault, and the fault in words. */
export interface FaultyLine {
  readonly row: number;
  readonly serial: string;
  readonly text: string;
}

interface FaultTableProps {
  readonly rows: readonly FaultyLine[];
  readonly onMend: (row: number, serial: string) => void;
  readonly onDrop: (row: number) => void;
}

/** Faulty rows, each to be mended in place or left out. */
export function FaultTable({ rows, onMend, onDrop }: FaultTableProps) {
  return (
    <div className="overflow-x-auto rounded-control border border-line">
      <table className="w-full min-w-[44rem] border-collapse text-start">
        <thead>
          <tr className="bg-sunken text-note text-ink-soft">
            <th className="w-20 p-2 text-start font-medium">{texts.columns.row}</th>
            <th className="min-w-72 p-2 text-start font-medium">{texts.columns.serial}</th>
            <th className="p-2 text-start font-medium">{texts.columns.fault}</th>
            <th className="w-32 p-2" />
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ row, serial, text }) => (
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
              <td className="p-2 text-note">{text}</td>
              <td className="p-2 text-end">
                <Button kind="quiet" size="small" onClick={() => onDrop(row)}>
                  {texts.drop}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
