/** One process of the capture benchmark: reads its {@link CaptureJob} from the file named, does it, and writes {@link CaptureDone}. */
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '#sha256';
import { mintScope } from '../../lib/auth/mint-scope.ts';
import { parseCaptureDocument } from '../../lib/epcis/parse-capture-document.ts';
import { hexOf } from '../../lib/kernel/bytes.ts';
import { momentOf } from '../../lib/kernel/instant.ts';
import { recordEvent } from '../../lib/service/record-event.ts';
import { closeStore, connectStore, pool } from '../../lib/store/pool.ts';
import type { CaptureDone, CaptureJob } from './capture-job.ts';
import type { SentDocument } from './single-pack-events.ts';
import { playTape, recordTapes, type Tape } from './statement-tape.ts';

const [file = ''] = process.argv.slice(2);
const job: CaptureJob = deserialize(readFileSync(file));
const scopes = { manufacturer: mintScope(job.scopes.manufacturer), pharmacy: mintScope(job.scopes.pharmacy) };

/** From the bytes received to the event recorded, as a capture job does it. */
async function capture({ by, bytes }: SentDocument): Promise<void> {
  const parsed = parseCaptureDocument(JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const documentSha256 = hexOf(sha256(bytes));
  for (const event of parsed.value.events) {
    const recorded = await recordEvent(scopes[by], {
      event,
      documentSha256,
      recordedAt: momentOf(Date.now()),
    });
    const packs = recorded.ok ? [...(recorded.value.decision?.packs.values() ?? [])] : [];
    if (!packs.every(({ effect }) => effect === 'applied') || packs.length !== 1)
      throw new Error(`an event was not applied: ${JSON.stringify(recorded)}`);
  }
}

async function captureAll(documents: readonly SentDocument[]): Promise<void> {
  for (const document of documents) await capture(document);
}

async function measured(): Promise<{ readonly tapes: readonly Tape[]; readonly seconds: number }> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1_000;
  switch (job.part) {
    case 'record':
      return { tapes: await recordTapes(job.documents.map((list) => () => captureAll(list))), seconds: 0 };
    case 'capture':
      await Promise.all(job.documents.map(captureAll));
      return { tapes: [], seconds: seconds() };
    case 'replay':
      await Promise.all(job.tapes.map(playTape));
      return { tapes: [], seconds: seconds() };
  }
}

connectStore({ url: job.url, connections: job.documents.length });
await Promise.all(job.warmUp.map(captureAll));
const { rows } = await pool().query<{ n: bigint }>('select count(*) as n from event');
const { tapes, seconds } = await measured();
const after = await pool().query<{ n: bigint }>('select count(*) as n from event');
const expected = BigInt(job.documents.flat().length) + (rows[0]?.n ?? 0n);
if (after.rows[0]?.n !== expected) throw new Error(`${expected} events should be there`);
const done: CaptureDone = { tapes, seconds, mostMegabytes: process.resourceUsage().maxRSS / 1024 };
writeFileSync(file, serialize(done));
await closeStore();
