'use client';

import { useState } from 'react';
import { registerTexts } from '../texts/en/register.ts';
import { askServer } from '../ui/ask-server.ts';
import type { ProblemData } from '../ui/problem-data.ts';
import type { RegisterScreenProps } from './register-data.ts';
import { judgeSerials, type SerialRow, serialsIn } from './serial-rows.ts';

/** As many serials as are compared with the register at a time. */
const CHUNK = 5000;

type Numbered = readonly { readonly row: number; readonly serial: string }[];

/** The list of serials of one product: taken in, compared with the register, mended row by row. */
export function useSerialList(
  gtin: string,
  given: readonly SerialRow[],
  takenSerials: RegisterScreenProps['takenSerials'],
) {
  const [rows, setRows] = useState(given);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const [fault, setFault] = useState<string>();

  const compare = async (serials: Numbered): Promise<readonly SerialRow[]> => {
    setBusy(true);
    setProblem(undefined);
    const known = new Set(taken);
    for (let at = 0; at < serials.length; at += CHUNK) {
      const chunk = serials.slice(at, at + CHUNK).map(({ serial }) => serial);
      const answer = await askServer(() => takenSerials(gtin, chunk));
      if (!answer.ok) {
        setProblem(answer.problem);
        break;
      }
      for (const serial of answer.value) known.add(serial);
    }
    setBusy(false);
    setTaken(known);
    const judged = judgeSerials(serials, known);
    setRows(judged);
    return judged;
  };

  const take = async (serials: Numbered): Promise<void> => {
    setFault(serials.length === 0 ? registerTexts.serials.empty : undefined);
    if (serials.length > 0) await compare(serials);
  };

  return {
    rows,
    busy,
    problem,
    fault,
    takeText: (text: string) => take(serialsIn(text)),
    takeSerials: (serials: readonly string[]) => take(serials.map((serial, at) => ({ row: at + 1, serial }))),
    mend: async (row: number, serial: string) => {
      const mended = rows.map((other) => (other.row === row ? { row, serial } : other));
      const answer = await askServer(() => takenSerials(gtin, [serial]));
      const known = answer.ok ? new Set([...taken, ...answer.value]) : taken;
      setTaken(known);
      setRows(judgeSerials(mended, known));
    },
    drop: (dropped: readonly number[]) => {
      const gone = new Set(dropped);
      setRows(
        judgeSerials(
          rows.filter(({ row }) => !gone.has(row)),
          taken,
        ),
      );
    },
  };
}
