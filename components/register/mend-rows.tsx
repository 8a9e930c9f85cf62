'use client';

import { Download } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { registerTexts, rowToMendText } from '../texts/en/register.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ActionAnswer, ProblemData } from '../ui/problem-data.ts';
import { FaultTable } from './fault-table.tsx';
import type { RegistrationProgress, RegistrationScreenProps, RowToMend } from './register-data.ts';

const { serials: texts, uploaded } = registerTexts;

type MendRowsProps = Pick<RegistrationScreenProps, 'faults' | 'mend' | 'leaveOut'> & {
  readonly progress: RegistrationProgress;
};

/** The faulty rows of an uploaded list, kept by the server: mended one by one, left out, or taken away as a file. */
export function MendRows({
  progress: { jobId, faults, packs },
  faults: load,
  mend,
  leaveOut,
}: MendRowsProps) {
  const [rows, setRows] = useState<readonly RowToMend[]>([]);
  const [problem, setProblem] = useState<ProblemData>();
  const [busy, setBusy] = useState(false);
  const reload = useCallback(async () => {
    const answer = await askServer(() => load(jobId));
    if (answer.ok) setRows(answer.value);
    else setProblem(answer.problem);
  }, [load, jobId]);
  useEffect(() => {
    void reload();
  }, [reload]);
  const act = async (action: () => Promise<ActionAnswer<null>>) => {
    setBusy(true);
    setProblem(undefined);
    const answer = await askServer(action);
    if (!answer.ok) setProblem(answer.problem);
    await reload();
    setBusy(false);
  };
  const mendIfChanged = (row: number, serial: string) => {
    if (rows.find((one) => one.row === row)?.serial !== serial) void act(() => mend(jobId, row, serial));
  };
  const lines = rows.map((one) => ({ row: one.row, serial: one.serial, text: rowToMendText(one) }));
  return (
    <Card title={uploaded.mendTitle}>
      <div className="flex flex-col gap-4">
        <p role="status" className="font-semibold">
          {texts.faulty(faults, packs)}
        </p>
        {problem && <Problem problem={problem} />}
        {/* A row that was mended into another fault is drawn anew, with what stands in it now. */}
        <FaultTable
          key={lines.map(({ row, serial }) => `${row}${serial}`).join(' ')}
          rows={lines}
          onMend={mendIfChanged}
          onDrop={(row) => void act(() => leaveOut(jobId, [row]))}
        />
        {faults > rows.length && (
          <p className="text-ink-soft text-note">{texts.more(faults - rows.length)}</p>
        )}
        <div className="flex flex-wrap gap-3">
          <a
            href={`/api/v1/registrations/${jobId}/rows?only=faulty&format=csv`}
            download
            className={buttonClass('secondary')}
          >
            <Download size={16} aria-hidden />
            {texts.download}
          </a>
          <Button busy={busy} onClick={() => void act(() => leaveOut(jobId, null))}>
            {texts.dropAll}
          </Button>
        </div>
      </div>
    </Card>
  );
}
