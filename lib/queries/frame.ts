/**
 * lib/queries: one screen's data a file, ready to show. Each takes proof of scope first, so that no page can forget it.
 */
import 'server-only';
import type { OrganisationRole, OrgScope } from '../custody/org-scope.ts';
import { instantText } from '../kernel/instant.ts';
import { loadPublishedCheckpoint } from '../store/ledger-checkpoints.ts';
import { loadLogHead } from '../store/ledger-log.ts';
import { loadLocations } from '../store/locations.ts';
import { loadParties } from '../store/organisations.ts';
import { witnessPolicy } from '../store/witness-policy.ts';

/** What stands around every page. */
export interface FrameRow {
  readonly organisation: string;
  readonly role: OrganisationRole;
  /** The name of the place the session is bound to; `null` where it is bound to the whole organisation. */
  readonly location: string | null;
  readonly pulse: {
    readonly size: string;
    readonly signedAt: string | null;
    readonly witnesses: { readonly signed: number; readonly of: number };
    readonly state: 'active' | 'frozen' | 'halted';
  } | null;
  /** The places of the organisation, by name. */
  readonly places: readonly { readonly gln: string; readonly name: string }[];
}

/** The frame of whoever holds `scope`. */
export async function frameQuery(scope: OrgScope): Promise<FrameRow> {
  const [parties, places, pulse] = await Promise.all([
    loadParties([scope.organisation]),
    loadLocations(scope.organisation),
    pulseOfLog(),
  ]);
  return {
    organisation: parties.get(scope.organisation)?.name ?? scope.organisation,
    role: scope.organisationRole,
    location: places.find(({ gln }) => gln === scope.location)?.name ?? null,
    pulse,
    places: places.map(({ gln, name }) => ({ gln, name })),
  };
}

async function pulseOfLog(): Promise<FrameRow['pulse']> {
  const [head, published] = await Promise.all([loadLogHead(), loadPublishedCheckpoint()]);
  return (
    (head && {
      size: String(head.publishedSize),
      signedAt: published ? instantText(published.witnessedAt ?? published.signedAt) : null,
      witnesses: { signed: published?.cosigners.length ?? 0, of: witnessPolicy().witnesses.length },
      state: head.state,
    }) ??
    null
  );
}
