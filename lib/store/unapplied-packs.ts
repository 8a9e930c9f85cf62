import type { CustodyCode } from '../custody/custody-codes.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { pool } from './pool.ts';

/** A pack on which an event had no effect, with the first reason found at recording. */
export interface UnappliedPack {
  readonly uri: string;
  readonly code: CustodyCode;
}

/** The packs on which an event of the scope's own organisation had no effect, in the order of their names. */
export async function loadUnappliedPacks(
  scope: OrgScope,
  event: EventRef,
): Promise<readonly UnappliedPack[]> {
  const { rows } = await pool().query<UnappliedPack>(
    `select o.uri, f.code from event e join event_object o on o.event = e.id and o.realm = e.realm
      cross join lateral (select b.value ->> 'code' as code from jsonb_array_elements(e.flags) with ordinality as b (value, ord)
        where b.value ->> 'item' = o.uri order by b.ord limit 1) as f
      where e.id = $1 and e.reporter = $2 and e.realm = $3 and o.effect in ('without-effect', 'barred') order by o.uri`,
    [event, scope.organisation, scope.realm],
  );
  return rows;
}
