import { randomUUID } from 'node:crypto';
import type { OrgScope } from '../../custody/org-scope.ts';
import { type AggregationEventInput, buildAggregationEvent } from '../../epcis/build-aggregation-event.ts';
import type { EpcisEvent } from '../../epcis/epcis-event.ts';
import { parseEvent } from '../../epcis/parse-event.ts';
import { checkDigit } from '../../gs1/check-digit.ts';
import { glnUri } from '../../gs1/digital-link.ts';
import type { Instant, OffsetMinutes } from '../../kernel/instant.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { saveGrant } from '../../store/grants.ts';
import { pool } from '../../store/pool.ts';
import { logInTests, SIGNER, sealAndPublish } from '../../worker/log-in-tests.ts';
import {
  type ChainInTests,
  commissioning,
  eventOf,
  lotUriOf,
  packRequest,
  receiving,
  shipping,
  toRecord,
  uriOf,
} from '../chain-in-tests.ts';
import { changePack } from '../change-pack.ts';
import { ownDocumentSha256 } from '../own-document-sha256.ts';
import { recordEvent } from '../record-event.ts';
import { verifyPack } from '../verify-pack.ts';
import type { FsckFault } from './fsck-fault.ts';
import { runFsck } from './run-fsck.ts';

/** All that a whole check finds. */
export async function fsckInTests(): Promise<readonly FsckFault[]> {
  const faults: FsckFault[] = [];
  for await (const report of runFsck([signerVkey(SIGNER)], undefined)) faults.push(...report.faults);
  return faults;
}

/** Changes rows as only who owns the tables can: past the triggers that refuse it, and past every reference. */
export async function tamperWith(sql: string, values: readonly unknown[] = []): Promise<number> {
  const client = await pool().connect();
  try {
    await client.query('set session_replication_role = replica');
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } finally {
    await client.query('set session_replication_role = origin');
    client.release();
  }
}

let minutes = -10_000;
/** Every call is a minute after the one before. */
const next = (): Instant => {
  minutes += 1;
  return (Date.now() + minutes * 60_000) as Instant;
};

const tell = (scope: OrgScope, changed: Parameters<typeof eventOf>[0]) =>
  record(scope, eventOf({ eventTime: next(), ...changed }));

/** As the server records what it makes itself: then it knows what the commitment to the document opens to. */
async function record(scope: OrgScope, event: EpcisEvent) {
  const documentSha256 = ownDocumentSha256(event.document);
  const said = await recordEvent(scope, toRecord(event, { documentSha256 }));
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  return said.value;
}

async function aggregate(scope: OrgScope, input: Partial<AggregationEventInput> & { parentID: string }) {
  const document = buildAggregationEvent({
    ...{ eventTime: next(), eventTimeZoneOffset: 0 as OffsetMinutes, eventID: `urn:uuid:${randomUUID()}` },
    ...{ action: 'ADD', childEPCs: [] },
    ...(scope.location === undefined ? {} : { readPoint: glnUri(scope.location) }),
    ...input,
  });
  const parsed = parseEvent(document, undefined);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  await record(scope, parsed.value);
}

/**
 * A world in which everything happens that the check looks at: deliveries, containers, late events, corrections, a recall and its end,
 * supplies, refusals, grants, a sandbox; and `more` sightings, so that the log has full tiles. Sealed, and its head signed.
 */
export async function storyInTests(chain: ChainInTests, more: number): Promise<void> {
  const { manufacturer, pharmacy, wholesaler, regulator, sandbox, gtin } = chain;
  const log = await logInTests();
  const serials = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'];
  const uris = serials.map((serial) => uriOf(gtin, serial));
  const late = next();
  await tell(manufacturer, commissioning(manufacturer, gtin, serials));
  await tell(sandbox, commissioning(sandbox, gtin, ['S1']));
  await packed(chain, uris.slice(0, 3));
  await tell(manufacturer, shipping(manufacturer, pharmacy, uris.slice(3)));
  await tell(wholesaler, { eventTime: late, bizStep: 'inspecting', epcList: uris.slice(4) });
  await tell(pharmacy, receiving(manufacturer, pharmacy, uris.slice(3)));
  await undone(chain, uris[5] ?? '');
  await verifyPack(pharmacy, packRequest(gtin, 'A4'));
  await verifyPack(pharmacy, packRequest(gtin, 'unheard-of'));
  await changePack(pharmacy, packRequest(gtin, 'A4'), { state: 'supplied', note: undefined });
  const recall = {
    disposition: 'recalled',
    quantityList: [{ epcClass: lotUriOf(gtin), quantity: undefined, uom: undefined }],
  };
  await tell(manufacturer, recall);
  const foreign = await tell(regulator, recall);
  await tell(regulator, { ...recall, disposition: 'active', vialog: { lifts: foreign.ref } });
  await tell(pharmacy, { disposition: 'stolen', epcList: uris.slice(4, 5) });
  await saveGrant(
    manufacturer,
    {
      ...{ id: randomUUID().replaceAll('-', ''), to: wholesaler.organisation, purpose: 'operations' },
      what: { show: 'whole', event: undefined, gtin, lot: undefined, serial: undefined },
      ...{ validFrom: Date.now() as Instant, validUntil: undefined },
    },
    Date.now() as Instant,
  );
  await sealAndPublish(log);
  for (let done = 0; done < more; done += 8)
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        tell(wholesaler, { bizStep: 'inspecting', epcList: [uriOf(gtin, `X${done + at}`)] }),
      ),
    );
  await sealAndPublish(log);
}

/** Packs in a case on a pallet, delivered, one of them taken out. */
async function packed({ manufacturer, pharmacy }: ChainInTests, uris: readonly string[]): Promise<void> {
  const [box, pallet] = ['0952000000000001', '0952000000000002'].map(
    (body) => `https://id.gs1.org/00/${body}0${checkDigit(`${body}0`)}`,
  );
  if (box === undefined || pallet === undefined) throw new Error('two units');
  await aggregate(manufacturer, { parentID: box, childEPCs: [...uris], bizStep: 'packing' });
  await aggregate(manufacturer, { parentID: pallet, childEPCs: [box], bizStep: 'packing' });
  await tell(manufacturer, shipping(manufacturer, pharmacy, [pallet]));
  await tell(pharmacy, receiving(manufacturer, pharmacy, [pallet]));
  await aggregate(pharmacy, { parentID: pallet, action: 'DELETE' });
  await aggregate(pharmacy, { parentID: box, action: 'DELETE', childEPCs: uris.slice(0, 1) });
}

/** A destruction that did not happen, and what happened instead. */
async function undone({ pharmacy }: ChainInTests, uri: string): Promise<void> {
  const eventID = `urn:uuid:${randomUUID()}`;
  const instead = `urn:uuid:${randomUUID()}`;
  const eventTime = next();
  const words = { eventTime, epcList: [uri], bizStep: 'inspecting', eventID } as const;
  const place = pharmacy.location === undefined ? {} : { readPoint: glnUri(pharmacy.location) };
  await tell(pharmacy, { ...words, ...place });
  await tell(pharmacy, { eventTime: next(), epcList: [uri], bizStep: 'storing', eventID: instead, ...place });
  await tell(pharmacy, {
    ...{ ...words, ...place },
    errorDeclaration: {
      declarationTime: next(),
      reason: 'did_not_occur',
      correctiveEventIDs: [instead],
    },
  });
}

/** The namespace of fields that may be erased. */
export const EXTENSION = 'https://example.com/notes/';

/** An event with a note of its own, as recorded, and its document without the note. */
export async function erasableInTests(scope: OrgScope) {
  const { document, context } = eventOf({
    eventTime: next(),
    bizStep: 'inspecting',
    epcList: ['urn:example:1'],
  });
  const known = Array.isArray(context) ? context : [context];
  const told = { ...document, '@context': [...known, { notes: EXTENSION }] };
  const parsed = parseEvent({ ...told, 'notes:who': 'the night shift' }, undefined);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { ref } = await record(scope, parsed.value);
  return { event: ref, document: told };
}
