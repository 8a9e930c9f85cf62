import 'server-only';
import { administers } from '../auth/administers.ts';
import type { OrganisationRole, OrgScope } from '../custody/org-scope.ts';
import type { Grant } from '../custody/visibility/grant.ts';
import type { Gln } from '../gs1/gln.ts';
import { type Instant, instantText, parseInstant } from '../kernel/instant.ts';
import { type GrantMarks, loadGrantMarks } from '../store/grant-marks.ts';
import { type GrantKey, loadGrants } from '../store/grants.ts';
import { loadOrganisations, loadParties } from '../store/organisations.ts';
import { type LedgerStateRow, ledgerStateOf } from './ledger-state.ts';

/** A grant in the list of those given and received. */
export interface GrantListRow {
  readonly id: string;
  readonly isGiven: boolean;
  /** The other side, by name. */
  readonly party: string;
  readonly show: 'whole' | 'outline';
  readonly event: string | null;
  readonly gtin: string | null;
  readonly batch: string | null;
  readonly serial: string | null;
  readonly purpose: Grant['purpose'];
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly revokedAt: string | null;
  readonly state: 'open' | 'later' | 'over' | 'revoked';
  readonly uses: number;
  readonly lastUsedAt: string | null;
  readonly stated: LedgerStateRow | null;
}

/** Who may see an organisation's records, and whose it may see, beyond what the rules show anyway. */
export interface GrantsRow {
  readonly grants: readonly GrantListRow[];
  readonly nextAfter: string | null;
  /** Whom the reader can grant something; empty for who may not. */
  readonly receivers: readonly {
    readonly gln: string;
    readonly name: string;
    readonly role: OrganisationRole;
  }[];
}

const PAGE_ROWS = 50;

/** The grants of the scope's organisation at `at`, behind `after`; for its administrators only, `undefined` for anybody else. */
export async function grantsScreen(
  scope: OrgScope,
  at: Instant,
  after: string | undefined,
): Promise<GrantsRow | undefined> {
  if (scope.userRole !== 'admin') return undefined;
  const [found, mayGive] = await Promise.all([
    loadGrants(scope, { limit: PAGE_ROWS + 1, after: keyOf(after) }),
    administers(scope, undefined),
  ]);
  const shown = found.slice(0, PAGE_ROWS);
  const [parties, marks, organisations] = await Promise.all([
    loadParties([...new Set(shown.flatMap(({ from, to }) => [from, to]))]),
    loadGrantMarks(
      scope,
      shown.map(({ id }) => id),
    ),
    mayGive ? loadOrganisations(scope.realm) : [],
  ]);
  const nameOf = (gln: Gln): string => parties.get(gln)?.name ?? gln;
  const last = shown.at(-1);
  return {
    grants: shown.map((grant) => listRow(scope, grant, at, { nameOf, marks: marks.get(grant.id) })),
    nextAfter: found.length > PAGE_ROWS && last ? `${instantText(last.validFrom)}_${last.id}` : null,
    receivers: organisations
      .filter(({ gln }) => gln !== scope.organisation)
      .map(({ gln, name, role }) => ({ gln, name, role })),
  };
}

function keyOf(text: string | undefined): GrantKey | undefined {
  const [, time = '', id] = /^([^_]+)_([0-9a-f]{32})$/.exec(text ?? '') ?? [];
  const validFrom = parseInstant(time);
  return validFrom.ok && id !== undefined ? { validFrom: validFrom.value, id } : undefined;
}

interface Known {
  readonly nameOf: (gln: Gln) => string;
  readonly marks: GrantMarks | undefined;
}

function listRow(scope: OrgScope, grant: Grant, at: Instant, { nameOf, marks }: Known): GrantListRow {
  const { id, from, to, what, purpose, validFrom, validUntil, revokedAt } = grant;
  const isGiven = from === scope.organisation;
  return {
    ...{ id, isGiven, party: nameOf(isGiven ? to : from), purpose, state: stateOf(grant, at) },
    show: what.show,
    event: what.event ?? null,
    gtin: what.gtin ?? null,
    batch: what.lot ?? null,
    serial: what.serial ?? null,
    validFrom: instantText(validFrom),
    validUntil: timeOrNull(validUntil),
    revokedAt: timeOrNull(revokedAt),
    uses: marks?.uses ?? 0,
    lastUsedAt: timeOrNull(marks?.lastUsedAt),
    stated: marks?.stated ? ledgerStateOf(marks.stated) : null,
  };
}

const timeOrNull = (at: Instant | undefined): string | null => (at === undefined ? null : instantText(at));

function stateOf({ validFrom, validUntil, revokedAt }: Grant, at: Instant): GrantListRow['state'] {
  if (revokedAt !== undefined) return 'revoked';
  if (validUntil !== undefined && validUntil <= at) return 'over';
  return validFrom > at ? 'later' : 'open';
}
