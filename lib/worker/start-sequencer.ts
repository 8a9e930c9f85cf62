import { type Running, startLoop, type Turn } from './loop.ts';
import { newSequencer, runSequencerOnce, type SequencerOptions, type SequencerOutcome } from './sequencer.ts';

/** Polled, for a notification at each commit would make the commits of all captures wait for each other. */
const POLL_MS = 50;
const PAUSE_WHEN_STOPPED_MS = 1_000;

/** Sequences from now on, in this process, until stopped. */
export function startSequencer(options: Partial<SequencerOptions> = {}): Running {
  const sequencer = newSequencer(options);
  return startLoop('sequencer', async () =>
    turnAfter(await runSequencerOnce(sequencer), sequencer.options.batchLeaves),
  );
}

function turnAfter(outcome: SequencerOutcome, batchLeaves: number): Turn {
  switch (outcome.kind) {
    case 'idle':
      return { pauseMs: POLL_MS };
    case 'sealed':
      return { pauseMs: outcome.entries >= batchLeaves ? 0 : POLL_MS };
    case 'refused':
    case 'stopped':
      return { pauseMs: PAUSE_WHEN_STOPPED_MS, notice: outcome.because };
  }
}
