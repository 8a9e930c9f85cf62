import type { OrgScope } from '../../custody/org-scope.ts';
import type { EventRef } from '../../custody/pack-state.ts';
import type { BundleAbout } from '../../evidence/bundle/bundle.ts';
import { lgtinUri, sgtinUri } from '../../gs1/digital-link.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import { sgtinOf } from '../../gs1/object-key.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { type Instant, instantText } from '../../kernel/instant.ts';
import { loadBatchPlaces } from '../../store/batch-places.ts';
import { loadBatchEvents } from '../../store/bundle-rows.ts';
import { loadFindingObservations } from '../../store/finding-observations.ts';
import { loadFinding, type StoredFinding } from '../../store/findings.ts';
import { loadPack, type PackStep } from '../../store/load-pack.ts';
import { logAccess } from '../../store/memberships.ts';
import { loadSeenEvents } from '../../store/seen-events.ts';

/** What somebody wants proved. A regulator says why it opens a pack's path (custody.md 6). */
export type BundleOrder =
  | {
      readonly kind: 'pack';
      readonly gtin: Gtin;
      readonly serial: Serial;
      readonly reason: string | undefined;
    }
  | { readonly kind: 'batch'; readonly gtin: Gtin; readonly lot: Lot }
  | { readonly kind: 'case'; readonly finding: string };

/** What goes into a bundle, as far as its reader may see it. */
export interface BundleContents {
  readonly about: BundleAbout;
  /** What it is about, by canonical names. */
  readonly subjects: readonly string[];
  /** The events that the reader sees whole. */
  readonly events: readonly EventRef[];
  readonly observations: readonly string[];
  readonly finding: Json;
}

/** More events and packs of one case or batch than these are not gathered. */
const MOST_PACKS = 50;
export const MOST_EVENTS = 2_000;

/** What the reader may see of it at `at`; `undefined` where to this reader it does not exist. */
export function bundleContents(
  scope: OrgScope,
  order: BundleOrder,
  at: Instant,
): Promise<BundleContents | undefined> {
  if (order.kind === 'pack') return packContents(scope, order, at);
  return order.kind === 'batch' ? batchContents(scope, order, at) : caseContents(scope, order.finding, at);
}

async function packContents(
  scope: OrgScope,
  { gtin, serial, reason }: Extract<BundleOrder, { kind: 'pack' }>,
  at: Instant,
): Promise<BundleContents | undefined> {
  const uri = sgtinUri(gtin, serial);
  if (scope.organisationRole === 'regulator')
    await logAccess(scope, { what: 'pack/path', subject: uri, reason });
  const pack = await loadPack(scope, { gtin, serial, uri }, at);
  return (
    pack && {
      ...{ about: { kind: 'pack', gtin, serial }, subjects: [uri], events: wholeOf(pack.steps) },
      ...{ observations: [], finding: null },
    }
  );
}

async function batchContents(
  scope: OrgScope,
  { gtin, lot }: Extract<BundleOrder, { kind: 'batch' }>,
  at: Instant,
): Promise<BundleContents | undefined> {
  const uri = lgtinUri(gtin, lot);
  const batch = await loadBatchPlaces(scope, gtin, lot);
  if (!batch) return undefined;
  const events = await loadBatchEvents(scope, { gtin, lot, uri }, MOST_EVENTS + 1);
  const seen = await loadSeenEvents(scope, { events, packs: [] }, at);
  return {
    ...{ about: { kind: 'batch', gtin, lot }, subjects: [uri], events: wholeOf(seen) },
    ...{ observations: [], finding: null },
  };
}

async function caseContents(scope: OrgScope, id: string, at: Instant): Promise<BundleContents | undefined> {
  const finding = await loadFinding(scope, id);
  if (!finding) return undefined;
  await logAccess(scope, { what: 'finding/bundle', subject: id, reason: undefined });
  const packs = finding.packs.slice(0, MOST_PACKS);
  const [own, observations, ...paths] = await Promise.all([
    loadSeenEvents(scope, { events: finding.events, packs }, at),
    loadFindingObservations(scope, id),
    ...packs.map((uri) => pathOf(scope, uri, at)),
  ]);
  return {
    about: { kind: 'case', finding: id },
    subjects: [...packs, ...finding.lots],
    events: [...new Set([...wholeOf(own), ...paths.flat()])],
    observations: observations.map((observation) => observation.id),
    finding: findingJson(finding),
  };
}

async function pathOf(scope: OrgScope, uri: string, at: Instant): Promise<readonly EventRef[]> {
  const pack = sgtinOf(uri);
  const seen = pack && (await loadPack(scope, { ...pack, uri }, at));
  return wholeOf(seen?.steps ?? []);
}

const wholeOf = (steps: readonly PackStep[]): readonly EventRef[] => [
  ...new Set(steps.flatMap((step) => (step.show === 'whole' ? [step.event.id] : []))),
];

const findingJson = (finding: StoredFinding): Json => ({
  ...{ id: finding.id, detector: finding.detector, kind: finding.kind, severity: finding.severity },
  ...{ title: finding.title, observed: finding.observed, expected: finding.expected },
  innocent: finding.innocent.map(({ cause, tested }) => ({ cause, tested })),
  ...{ clears: finding.clears, action: finding.action, parameters: finding.parameters },
  raisedAt: instantText(finding.raisedAt),
});
