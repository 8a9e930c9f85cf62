'use client';

import Link from 'next/link';
import { useRef, useState } from 'react';
import { containerAddress } from '../page-addresses.ts';
import { MovementDone } from '../shipping/movement-done.tsx';
import { PackReader } from '../shipping/pack-reader.tsx';
import type { MovementResult } from '../shipping/shipping-data.ts';
import { usePackReader } from '../shipping/use-pack-reader.ts';
import { containerTexts as texts } from '../texts/en/containers.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { ContainerActions } from './container-actions.tsx';
import { ContainerCard } from './container-card.tsx';
import type { ContainerRequest, PackContainerProps } from './containers-data.ts';
import { ScannedContents } from './scanned-contents.tsx';
import { useContainer } from './use-container.ts';
import { useContents } from './use-contents.ts';

/** Cases and pallets: scan the label, then what goes in or comes out. */
export function PackContainerScreen({ thisYear, look, act }: PackContainerProps) {
  const container = useContainer(look);
  const contents = useContents();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const [done, setDone] = useState<{
    readonly deed: ContainerRequest['deed'];
    readonly result: MovementResult;
  }>();
  const requestId = useRef<string>(undefined);
  const readText = usePackReader(
    thisYear,
    (packs) => {
      requestId.current = undefined;
      return contents.addPacks(packs);
    },
    (units) => {
      requestId.current = undefined;
      const [first, ...rest] = units;
      if (first === undefined) return 0;
      if (container.sscc !== undefined)
        return contents.addUnits(units.filter((sscc) => sscc !== container.sscc));
      container.choose(first);
      return 1 + contents.addUnits(rest);
    },
  );

  const fault = problem ?? container.problem;

  const submit = async (deed: ContainerRequest['deed'], all: boolean) => {
    if (container.sscc === undefined) return;
    setBusy(true);
    requestId.current ??= crypto.randomUUID();
    const id = requestId.current;
    const named = all ? { packs: [], containers: [] } : contents.named();
    const request: ContainerRequest = { deed, container: container.sscc, ...named };
    const answer = await askServer(() => act(request, id));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setDone({ deed, result: answer.value });
  };
  const again = () => {
    requestId.current = undefined;
    setDone(undefined);
    contents.clear();
    if (container.sscc !== undefined) container.choose(container.sscc);
  };
  const other = () => {
    requestId.current = undefined;
    setProblem(undefined);
    contents.clear();
    container.clear();
  };

  return (
    <div className="mx-auto max-w-5xl">
      <PageHead title={texts.title}>{texts.intro}</PageHead>
      {done ? (
        <MovementDone
          title={texts.done[done.deed]}
          text={texts.doneText(done.result.applied)}
          result={done.result}
          action={
            <div className="flex flex-wrap gap-3">
              <Button kind="primary" onClick={again}>
                {texts.another}
              </Button>
              <Link
                prefetch={false}
                href={containerAddress(container.sscc ?? '')}
                className={buttonClass('secondary')}
              >
                {texts.see}
              </Link>
            </div>
          }
        />
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_1fr]">
          <ContainerCard container={container} onOther={other} />
          <div className="flex min-w-0 flex-col gap-4">
            <Card title={texts.list} aside={<PackReader onText={readText} />}>
              <ScannedContents contents={contents} />
            </Card>
            {fault && <Problem problem={fault} />}
            <ContainerActions state={container.state} count={contents.count} busy={busy} onAct={submit} />
          </div>
        </div>
      )}
    </div>
  );
}
