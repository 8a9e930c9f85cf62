import { type Running, startLoop, type Turn } from './loop.ts';
import { type Publisher, type PublisherOutcome, runPublisherOnce } from './publisher.ts';

const POLL_MS = 100;
const PAUSE_WHEN_STOPPED_MS = 1_000;

/** Publishes from now on, in this process, until stopped. */
export const startPublisher = (publisher: Publisher): Running =>
  startLoop('publisher', async () => turnAfter(await runPublisherOnce(publisher)));

function turnAfter(outcome: PublisherOutcome): Turn {
  switch (outcome.kind) {
    case 'idle':
    case 'published':
      return { pauseMs: POLL_MS };
    case 'unwitnessed':
    case 'refused':
    case 'stopped':
      return { pauseMs: PAUSE_WHEN_STOPPED_MS, notice: outcome.because };
  }
}
