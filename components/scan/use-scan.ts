'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { showToast } from '../ui/toast-store.ts';
import { askRegister, isUnanswered } from './ask-register.ts';
import type { PackTarget } from './pack-answer.ts';
import type { ScanScreenProps } from './scan-data.ts';
import {
  type AskedChange,
  changeWasMade,
  nextScanState,
  questionOf,
  type ScanEntry,
  type ScanState,
  START,
  type Unread,
} from './scan-machine.ts';
import type { ScannedPack } from './scanned-pack.ts';
import {
  rowsAnswered,
  rowsAsked,
  rowsKept,
  rowsOfEarlier,
  rowsSetAside,
  rowsSettled,
  type SessionRow,
} from './session-rows.ts';

/** What the Scan screen shows, and what can be done on it. */
export interface ScanControl {
  readonly state: ScanState;
  readonly rows: readonly SessionRow[];
  readonly read: (pack: ScannedPack) => void;
  readonly misread: (why: Unread) => void;
  readonly change: (target: PackTarget) => void;
  readonly setAside: () => void;
  readonly retry: () => void;
  readonly next: () => void;
  readonly undo: (row: SessionRow) => Promise<void>;
}

const newEntry = (pack: ScannedPack): ScanEntry => ({
  requestId: crypto.randomUUID(),
  pack,
  at: new Date().toISOString(),
});

/** The session at one workstation: the pack in hand and the list of those before it. */
export function useScan(
  props: Pick<ScanScreenProps, 'verify' | 'change' | 'earlier' | 'offline'>,
): ScanControl {
  const [state, dispatch] = useReducer(nextScanState, START);
  const [rows, setRows] = useState(() => rowsOfEarlier(props.earlier));
  const server = useRef(props);
  server.current = props;

  const ask = useCallback(async (entry: ScanEntry, change: AskedChange | undefined) => {
    setRows((now) => rowsAsked(now, entry));
    const outcome = await askRegister(server.current, entry, change);
    const done = change && changeWasMade(outcome) ? { change, nowMs: Date.now() } : undefined;
    setRows((now) => {
      if (outcome.kind === 'answer') return rowsAnswered(now, entry.requestId, outcome.answer, done);
      return isUnanswered(outcome) ? rowsKept(now, entry.requestId) : now;
    });
    return outcome;
  }, []);

  useOpenQuestion(state, ask, dispatch);
  useEffect(() => {
    const retry = () => dispatch({ do: 'retry' });
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, []);
  const waitingPacks = props.offline?.waitingPacks;
  useEffect(() => {
    if (waitingPacks) setRows((now) => rowsSettled(now, waitingPacks));
  }, [waitingPacks]);

  const undo = async (row: SessionRow) => {
    const change: AskedChange = { requestId: crypto.randomUUID(), target: 'active', reason: undefined };
    const outcome = await ask({ requestId: row.id, pack: row.pack, at: row.at }, change);
    if (outcome.kind === 'problem') showToast({ kind: 'fault', text: outcome.problem.title });
    else if (!changeWasMade(outcome)) {
      showToast({ kind: 'fault', text: outcome.answer.reasons[0]?.text ?? outcome.answer.verdict });
    }
  };

  return {
    state,
    rows,
    read: (pack) => dispatch({ do: 'read', entry: newEntry(pack) }),
    misread: (why) => dispatch({ do: 'misread', why }),
    change: (target) =>
      dispatch({ do: 'change', change: { requestId: crypto.randomUUID(), target, reason: undefined } }),
    setAside: () => {
      if (state.stage.at !== 'judged') return;
      const { requestId } = state.stage.entry;
      setRows((now) => rowsSetAside(now, requestId));
      dispatch({ do: 'next' });
    },
    retry: () => dispatch({ do: 'retry' }),
    next: () => dispatch({ do: 'next' }),
    undo,
  };
}

/** Sends the open question once, and brings its answer back. */
function useOpenQuestion(
  { stage }: ScanState,
  ask: (entry: ScanEntry, change: AskedChange | undefined) => ReturnType<typeof askRegister>,
  dispatch: React.Dispatch<Parameters<typeof nextScanState>[1]>,
): void {
  const inFlight = useRef<string>(undefined);
  useEffect(() => {
    const question = questionOf(stage);
    if (!question || inFlight.current === question.requestId) return;
    const { requestId, entry, change } = question;
    inFlight.current = requestId;
    void ask(entry, change).then((outcome) => {
      inFlight.current = undefined;
      dispatch({ do: 'answered', requestId, outcome });
    });
  }, [stage, ask, dispatch]);
}
