import type { Finding } from '../anomaly/finding.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant } from '../kernel/instant.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  deliver,
  say,
  shipping,
  uriOf,
} from '../service/chain-in-tests.ts';
import { saveFindings } from '../store/save-findings.ts';
import { inTransaction } from '../store/transaction.ts';
import { organisationInTests } from '../store/world-in-tests.ts';

/** Who has nothing to do with anything: a pharmacy of the same country, one of the same kind abroad, and a regulator abroad. */
export interface QueryWorld extends ChainInTests {
  readonly foreignRegulator: OrgScope;
}

export const now = (): Instant => Date.now() as Instant;
export const serialOf = (text: string): Serial => text as Serial;

/**
 * Packs S1 to S3 at the pharmacy, T1 and T/2 on their way to it, M1 still at the manufacturer. The serials hold what addresses encode.
 */
export async function queryWorld(): Promise<QueryWorld> {
  const chain = await chainInTests();
  const foreignRegulator = await organisationInTests(700, 'regulator', { country: 'FR' });
  const { manufacturer, pharmacy, gtin } = chain;
  await deliver(chain, pharmacy, ['S1', 'S2', 'S3']);
  await must(say(manufacturer, commissioning(manufacturer, gtin, ['T1', 'T/2', 'M1'])));
  await must(say(manufacturer, shipping(manufacturer, pharmacy, [uriOf(gtin, 'T1'), uriOf(gtin, 'T/2')])));
  return { ...chain, foreignRegulator };
}

async function must(said: ReturnType<typeof say>): Promise<void> {
  const answer = await said;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
}

export const findingInTests = (world: QueryWorld, changed: Partial<Finding> = {}): Finding => ({
  id: 'finding-1',
  realm: 0,
  detector: 'D03',
  kind: 'case',
  severity: 4,
  title: 'Supplied twice',
  observed: 'Two supplies.',
  expected: 'One supply.',
  innocent: [{ cause: 'A second scan', tested: 'Not so.' }],
  clears: 'An error declaration.',
  action: 'Ask both.',
  packs: [uriOf(world.gtin, 'S1')],
  lots: [],
  parties: [world.pharmacy.organisation],
  locations: world.pharmacy.location === undefined ? [] : [world.pharmacy.location],
  countries: ['IE'],
  events: [],
  observations: [],
  raisedAt: now(),
  visibleAt: (now() - 1000) as Instant,
  rank: 0.5,
  parameters: 'd03/1',
  ...changed,
});

export const keepFindings = (...findings: readonly Finding[]): Promise<number> =>
  inTransaction((tx) => saveFindings(tx, findings, now()));
