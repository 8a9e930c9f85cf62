'use client';

import { useEffect, useState } from 'react';
import { DEFAULT_SETTINGS, parseSettings, type ScanSettings } from './scan-settings.ts';

const KEY = 'vialog-scan-settings';

/** The workstation's settings, `undefined` until the device has said them, and how to change them. */
export function useSettings(): readonly [ScanSettings | undefined, (change: Partial<ScanSettings>) => void] {
  const [settings, setSettings] = useState<ScanSettings>();
  useEffect(() => setSettings(parseSettings(localStorage.getItem(KEY))), []);
  const change = (part: Partial<ScanSettings>) => {
    const next = { ...(settings ?? DEFAULT_SETTINGS), ...part };
    localStorage.setItem(KEY, JSON.stringify(next));
    setSettings(next);
  };
  return [settings, change];
}
