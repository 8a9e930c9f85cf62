import { runDetectorsOnce } from './detector-engine.ts';
import { type Running, startLoop } from './loop.ts';

/** A finding should be there within about a second of its event's place in the log. */
const POLL_MS = 200;

/** Runs the detectors from now on, in this process, until stopped. Safe beside others of its kind. */
export const startDetectors = async (): Promise<Running> =>
  startLoop('detectors', async () => {
    const outcome = await runDetectorsOnce();
    return { pauseMs: outcome.kind === 'read' && outcome.behind ? 0 : POLL_MS };
  });
