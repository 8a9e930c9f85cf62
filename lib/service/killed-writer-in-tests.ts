import { writeSync } from 'node:fs';
import { mintScope } from '../auth/mint-scope.ts';
import type { Realm } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Instant } from '../kernel/instant.ts';
import { connectStore } from '../store/pool.ts';
import { newPublisher } from '../worker/publisher.ts';
import { startPublisher } from '../worker/start-publisher.ts';
import { startSequencer } from '../worker/start-sequencer.ts';
import { recordEvent } from './record-event.ts';
import { writtenEvent } from './written-event-in-tests.ts';

/** What the test hands to a writer that it is going to kill. */
export interface WriterTask {
  readonly url: string;
  readonly seed: readonly number[];
  readonly organisation: Gln;
  readonly location: Gln;
  readonly gtin: Gtin;
  readonly lane: number;
  /** Events are numbered; those from here on are sent again or for the first time ... */
  readonly from: number;
  /** ... but these, which were acknowledged. */
  readonly acknowledged: readonly number[];
}

const AT_ONCE = 4;

/** Writes events and acknowledges each on standard output once it is durable, sequencing and publishing meanwhile, until killed. */
async function write(task: WriterTask): Promise<void> {
  connectStore({ url: task.url, connections: 8 });
  const scope = mintScope({
    organisation: task.organisation,
    organisationRole: 'manufacturer',
    realm: 0 as Realm,
    country: 'IE',
    userRole: 'operator',
    location: task.location,
    actor: 'key:killed',
  });
  startSequencer({ batchAgeMs: 1 });
  const signer = { name: 'vialog.example/test', seed: Uint8Array.from(task.seed) };
  startPublisher(newPublisher({ signer, everyMs: 10 }));
  const acknowledged = new Set(task.acknowledged);
  let next = task.from;
  const lane = async () => {
    for (;;) {
      const n = next++;
      if (acknowledged.has(n)) continue;
      const event = writtenEvent(scope, task.gtin, task.lane, n);
      const recorded = await recordEvent(scope, {
        event,
        documentSha256: '00'.repeat(32),
        recordedAt: Date.now() as Instant,
      });
      if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
      writeSync(1, `${n} ${recorded.value.ref}\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

const [, , task] = process.argv;
if (task !== undefined) await write(JSON.parse(task) as WriterTask);
