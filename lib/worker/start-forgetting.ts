import { momentOf } from '../kernel/instant.ts';
import { forgetReportPhotos } from '../store/public-reports.ts';
import { type Running, startLoop } from './loop.ts';

const HOUR_MS = 3_600_000;

/** Forgets what is kept for a time only, from now on, until stopped. Safe beside others of its kind. */
export const startForgetting = async (): Promise<Running> =>
  startLoop('forgetting', async () => {
    await forgetReportPhotos(momentOf(Date.now()));
    return { pauseMs: HOUR_MS };
  });
