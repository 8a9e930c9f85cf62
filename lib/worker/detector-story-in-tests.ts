import type { Instant } from '../kernel/instant.ts';
import { parseLocalDate } from '../kernel/local-date.ts';
import {
  type ChainInTests,
  commissioning,
  deliver,
  lotUriOf,
  packRequest,
  receiving,
  say,
  shipping,
  uriOf,
} from '../service/chain-in-tests.ts';
import { changePack } from '../service/change-pack.ts';
import { verifyPack } from '../service/verify-pack.ts';
import type { LogInTests } from './log-in-tests.ts';
import { sealAndPublish } from './log-in-tests.ts';

/** Something of everything that the detectors look for, with innocent steps between, sealed in many blocks. */
export async function tellStory(chain: ChainInTests, log: LogInTests): Promise<void> {
  for (const chapter of CHAPTERS) {
    await chapter(chain);
    await sealAndPublish(log);
  }
}

type Chapter = (chain: ChainInTests) => Promise<unknown>;

const supplied = { state: 'supplied', note: undefined } as const;
const serials = Array.from({ length: 30 }, (_, n) => `S${n}`);

const CHAPTERS: readonly Chapter[] = [
  (chain) => deliver(chain, chain.pharmacy, serials),
  async ({ pharmacy, otherPharmacy, gtin }) => {
    for (const serial of serials.slice(0, 12))
      await changePack(pharmacy, packRequest(gtin, serial), supplied);
    for (const serial of serials.slice(0, 3)) await verifyPack(otherPharmacy, packRequest(gtin, serial));
    for (const serial of serials.slice(2, 5))
      await changePack(otherPharmacy, packRequest(gtin, serial), supplied);
  },
  async ({ pharmacy, otherPharmacy, gtin }) => {
    const uris = serials.slice(3, 9).map((serial) => uriOf(gtin, serial));
    await say(otherPharmacy, { bizStep: 'dispensing', disposition: 'dispensed', epcList: uris });
    const late = { eventTime: (Date.now() - 30_000) as Instant, epcList: [uriOf(gtin, 'S9')] };
    await say(otherPharmacy, { bizStep: 'dispensing', disposition: 'dispensed', ...late });
    for (const serial of ['s12', 'NOBODYS', 'S1']) await verifyPack(pharmacy, packRequest(gtin, serial));
  },
  async ({ manufacturer, pharmacy, gtin }) => {
    await verifyPack(pharmacy, packRequest(gtin, 'S12'));
    const uris = ['L1', 'L2', 'L3'].map((serial) => uriOf(gtin, serial));
    await say(pharmacy, receiving(manufacturer, pharmacy, uris));
    await say(manufacturer, commissioning(manufacturer, gtin, ['L1', 'L2']));
    await say(manufacturer, commissioning(manufacturer, gtin, ['S13', 'S14'], 'OTHER'));
  },
  async ({ manufacturer, otherPharmacy, gtin }) => {
    await say(manufacturer, commissioning(manufacturer, gtin, ['L3', 'NOBODYS']));
    const uris = ['S15', 'S16'].map((serial) => uriOf(gtin, serial));
    await say(otherPharmacy, { bizStep: 'dispensing', disposition: 'dispensed', epcList: uris });
  },
  async ({ pharmacy, gtin }) => {
    await changePack(pharmacy, packRequest(gtin, 'S15'), supplied);
    await changePack(pharmacy, packRequest(gtin, 'S16'), supplied);
    const early = parseLocalDate('2027-01-31');
    if (!early) throw new Error('a date');
    await verifyPack(pharmacy, packRequest(gtin, 'S17', { expiry: { printed: '290531', date: early } }));
  },
  async ({ manufacturer, otherPharmacy, pharmacy, gtin }) => {
    await say(pharmacy, shipping(pharmacy, otherPharmacy, [uriOf(gtin, 'S18'), uriOf(gtin, 'S19')]));
    await say(manufacturer, {
      disposition: 'stolen',
      eventTime: (Date.now() - 20_000) as Instant,
      epcList: ['S18', 'S19', 'S20'].map((serial) => uriOf(gtin, serial)),
    });
    await verifyPack(pharmacy, packRequest(gtin, 'S20'));
  },
  async ({ manufacturer, pharmacy, gtin }) => {
    await say(manufacturer, {
      disposition: 'recalled',
      quantityList: [{ epcClass: lotUriOf(gtin), quantity: undefined, uom: undefined }],
    });
    await changePack(pharmacy, packRequest(gtin, 'S21'), supplied);
    await verifyPack(pharmacy, packRequest(gtin, 'S22'));
    await say(pharmacy, { bizStep: 'dispensing', disposition: 'dispensed', epcList: [uriOf(gtin, 'S23')] });
  },
  async ({ manufacturer, pharmacy, otherPharmacy, gtin }) => {
    await say(otherPharmacy, shipping(otherPharmacy, manufacturer, [uriOf(gtin, 'S24')]));
    await say(otherPharmacy, receiving(manufacturer, otherPharmacy, [uriOf(gtin, 'S25')]));
    const why = { bizStep: 'holding', disposition: 'unavailable', vialog: { reason: 'locked' } };
    await say(manufacturer, { ...why, epcList: [uriOf(gtin, 'S26')] });
    await verifyPack(pharmacy, packRequest(gtin, 'S26'));
    await say(pharmacy, shipping(pharmacy, otherPharmacy, [uriOf(gtin, 'S25')]));
  },
];
