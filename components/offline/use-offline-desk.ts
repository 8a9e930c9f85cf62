'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { OfflineState } from '../scan/offline-state.ts';
import type { ScanScreenProps } from '../scan/scan-data.ts';
import type { Register } from './desk-parts.ts';
import type { DeskView } from './desk-view.ts';
import type { Station } from './device-store.ts';
import type { OfflineDesk } from './offline-desk.ts';

/** How often what waits is tried, and the list's age is looked at. */
const TURN_MS = 5_000;
/** A list older than this is asked for anew. */
const RENEW_MS = 4 * 60_000;

type DeskProps = Pick<ScanScreenProps, 'verify' | 'change'> & { readonly offline: OfflineState | undefined };

/** The desk of this workstation: asks the register while it answers, and goes on by itself while it does not. */
export function useOfflineDesk(station: Station, loadRegister: () => Promise<Register>): DeskProps {
  const [view, setView] = useState<DeskView>();
  const first = useRef({ station, loadRegister });
  const opening = useRef<Promise<OfflineDesk>>(undefined);
  /** Opened by the first who needs it, which is never the server. */
  const desk = useCallback(() => {
    opening.current ??= openDesk(first.current.station, first.current.loadRegister).catch(
      (fault: unknown) => {
        // Its scripts did not come: the next who needs it tries again.
        opening.current = undefined;
        throw fault;
      },
    );
    return opening.current;
  }, []);

  useEffect(() => {
    let stop: (() => void) | undefined;
    let isOver = false;
    void desk().then(
      (opened) => {
        if (!isOver) stop = startTurns(opened, setView);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [desk]);

  return {
    verify: async (...asked) => (await desk()).verify(...asked),
    change: async (...asked) => (await desk()).change(...asked),
    offline: view && {
      ...view,
      onSeen: (id) => void desk().then((opened) => opened.see(id)),
      onTry: () => void desk().then(tryNow),
    },
  };
}

/** What goes on without a connection is loaded right after the page listens, which it does sooner so on a slow line. */
async function openDesk(station: Station, loadRegister: () => Promise<Register>): Promise<OfflineDesk> {
  const [{ OfflineDesk }, { openDeviceStore }, register] = await Promise.all([
    import('./offline-desk.ts'),
    import('./open-device-store.ts'),
    loadRegister(),
  ]);
  const store = await openDeviceStore();
  const clock = () => Date.now();
  const desk = new OfflineDesk({ store, register, station, clock, makeId: () => crypto.randomUUID() });
  await desk.open();
  await store.saveStation(station);
  return desk;
}

function tryNow(desk: OfflineDesk): Promise<void> {
  desk.hope();
  return desk.catchUp();
}

function startTurns(desk: OfflineDesk, tell: (view: DeskView) => void): () => void {
  const unwatch = desk.watch(tell);
  const turn = () => {
    const { isUp, waiting, listMadeAt } = desk.view();
    const isOld = listMadeAt === null || Date.now() - listMadeAt > RENEW_MS;
    if (!isUp || waiting > 0 || isOld) void desk.catchUp();
  };
  const onOnline = () => void tryNow(desk);
  const timer = setInterval(turn, TURN_MS);
  window.addEventListener('online', onOnline);
  turn();
  return () => {
    unwatch();
    clearInterval(timer);
    window.removeEventListener('online', onOnline);
  };
}
