'use client';

import { useEffect } from 'react';
import { openDeviceStore } from './open-device-store.ts';

/** Who signs out leaves no open workstation behind: without a connection nobody scans here until somebody has signed in. What waits to be sent stays. */
export function ForgetStation() {
  useEffect(() => {
    void openDeviceStore().then((store) => store.forgetStation());
  }, []);
  return null;
}
