'use client';

import { useState } from 'react';
import { numberText } from '../format/number-text.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { CameraView } from './camera-view.tsx';
import type { JudgedScan, KnownParts } from './judge-scan.ts';
import {
  LateAnnouncement,
  LateManualEntry,
  LateScanStage,
  LateSessionList,
  LateSettings,
} from './late-parts.tsx';
import { loadJudge } from './load-judge.ts';
import { OfflineStrip } from './offline-strip.tsx';
import type { ScanScreenProps } from './scan-data.ts';
import { DEFAULT_SETTINGS } from './scan-settings.ts';
import { useCamera } from './use-camera.ts';
import { useHandScanner } from './use-hand-scanner.ts';
import { usePace } from './use-pace.ts';
import { useScan } from './use-scan.ts';
import { useSettings } from './use-settings.ts';

const NOTHING: KnownParts = { gtin: '', serial: '', batch: '', expiry: '' };

/** The screen that must never be in the way: always listening, the verdict fills it, the list below. */
export function ScanScreen(props: ScanScreenProps) {
  const { place, maySupply, thisYear } = props;
  const [kept, changeSettings] = useSettings();
  const settings = kept ?? DEFAULT_SETTINGS;
  const [typing, setTyping] = useState<KnownParts>();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const scan = useScan(props);
  const { stage } = scan.state;
  const passed = usePace(scan, settings, maySupply);

  const take = (judged: JudgedScan) => {
    if (judged.kind === 'pack') scan.read(judged.pack);
    else scan.misread(judged);
  };
  useHandScanner(thisYear, take);
  const looking = stage.at === 'ready' && typing === undefined;
  const camera = useCamera(kept?.camera === true, looking, ({ text, symbologyIdentifier }) => {
    const said = symbologyIdentifier ? { symbologyIdentifier } : {};
    void loadJudge().then(({ judgeScan }) => take(judgeScan(text, { source: 'camera', thisYear, ...said })));
  });
  const busy = stage.at === 'asking' ? scanTexts.asking : undefined;

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <h1 className="sr-only">{scanTexts.title}</h1>
      <CameraView
        camera={camera}
        busy={busy}
        count={settings.continuous ? scanTexts.counted(numberText(passed)) : undefined}
        onType={() => setTyping(NOTHING)}
        onSettings={() => setSettingsOpen(true)}
      />
      <OfflineStrip state={props.offline} />
      <LateSessionList rows={scan.rows} timeZone={place.timeZone} maySupply={maySupply} onUndo={scan.undo} />
      <p aria-live="assertive" className="sr-only">
        <LateAnnouncement stage={stage} maySupply={maySupply} />
      </p>
      <LateScanStage
        {...props}
        scan={scan}
        continuous={settings.continuous}
        onType={(known) => {
          scan.next();
          setTyping(known ?? NOTHING);
        }}
      />
      <LateManualEntry
        known={typing}
        thisYear={thisYear}
        onClose={() => setTyping(undefined)}
        onPack={(pack) => {
          setTyping(undefined);
          scan.read(pack);
        }}
      />
      <LateSettings
        open={settingsOpen}
        settings={settings}
        maySupply={maySupply}
        onChange={changeSettings}
        onClose={() => setSettingsOpen(false)}
      />
    </div>
  );
}
