'use client';

import dynamic from 'next/dynamic';

/*
 * What the Scan screen shows only once something has happened. It comes right after the page listens, so that the page listens
 * sooner on a slow line.
 */

export const LateScanStage = dynamic(async () => (await import('./scan-stage.tsx')).ScanStage, {
  ssr: false,
});

export const LateManualEntry = dynamic(async () => (await import('./manual-entry.tsx')).ManualEntry, {
  ssr: false,
});

export const LateSettings = dynamic(async () => (await import('./settings-dialog.tsx')).SettingsDialog, {
  ssr: false,
});

export const LateAnnouncement = dynamic(
  async () => (await import('./stage-announcement.tsx')).StageAnnouncement,
  { ssr: false },
);

export const LateLinkWords = dynamic(async () => (await import('./link-words.tsx')).LinkWords, {
  ssr: false,
});

export const LateConflicts = dynamic(async () => (await import('./offline-conflicts.tsx')).OfflineConflicts, {
  ssr: false,
});

/** Stands in the page as the server made it, and can be used once its script has come. */
export const LateSessionList = dynamic(async () => (await import('./session-list.tsx')).SessionList);
