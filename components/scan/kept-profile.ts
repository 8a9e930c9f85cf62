import { parseProfile, type WorkstationProfile } from '../../lib/scan/workstation-profile.ts';

/** Under what the workstation's storage keeps what the self-test found of its hand scanner. */
const KEY = 'vialog-hand-scanner';

/** The kept profile; `undefined` where no test was passed here, or the storage is closed to us. */
export function keptProfile(): WorkstationProfile | undefined {
  try {
    return parseProfile(localStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}

/** Keeps a profile on this workstation, or forgets the one there is. */
export function keepProfile(profile: WorkstationProfile | undefined): void {
  if (profile) localStorage.setItem(KEY, JSON.stringify(profile));
  else localStorage.removeItem(KEY);
}
