'use client';

import { useState } from 'react';
import { type ScannedCount, containerTexts as texts } from '../texts/en/containers.ts';
import { Button } from '../ui/button.tsx';
import type { ContainerRequest, ContainerState } from './containers-data.ts';

interface ContainerActionsProps {
  readonly state: ContainerState | undefined;
  readonly count: ScannedCount;
  readonly busy: boolean;
  readonly onAct: (deed: ContainerRequest['deed'], all: boolean) => void;
}

/** What can be done with the case or pallet as it stands. */
export function ContainerActions({ state, count, busy, onAct }: ContainerActionsProps) {
  const [asks, setAsks] = useState(false);
  if (!state || state.state === 'gone' || state.state === 'over') return null;
  const isKnown = state.state !== 'new';
  const isNothing = count.cases + count.packs === 0;
  if (asks)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p className="w-full">{texts.unpackAllSure}</p>
        <Button
          kind="primary"
          busy={busy}
          onClick={() => {
            setAsks(false);
            onAct('unpack', true);
          }}
        >
          {texts.unpackAllYes}
        </Button>
        <Button onClick={() => setAsks(false)}>{texts.cancel}</Button>
      </div>
    );
  return (
    <div className="flex flex-wrap gap-3">
      <Button
        kind="primary"
        size="large"
        busy={busy}
        disabled={isNothing}
        onClick={() => onAct('pack', false)}
      >
        {texts.pack(count)}
      </Button>
      {isKnown && (
        <>
          <Button size="large" busy={busy} disabled={isNothing} onClick={() => onAct('unpack', false)}>
            {texts.unpack(count)}
          </Button>
          <Button disabled={state.contents === 0} onClick={() => setAsks(true)}>
            {texts.unpackAll}
          </Button>
          <Button onClick={() => onAct(state.closed ? 'open' : 'close', true)}>
            {state.closed ? texts.openIt : texts.close}
          </Button>
        </>
      )}
    </div>
  );
}
