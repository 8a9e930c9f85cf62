import type { Realm } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { placeColumnsOf } from './place-columns.ts';
import { packStateText } from './state-columns.ts';
import type { Tx } from './transaction.ts';

/** An object that an event does not name, and whose state it changes all the same. */
export interface ChangedContent {
  readonly item: string;
  readonly state: PackState;
}

const SAVE_PACKS = {
  name: 'save-content-packs',
  text: `update pack p set status = k.status, holder = k.holder, consignee = k.consignee, location = k.location, parent = k.parent,
      state = k.state from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[])
        as k (gtin, serial, status, holder, consignee, location, parent, state)
   where p.realm = $1 and p.gtin = k.gtin and p.serial = k.serial`,
};

const SAVE_OBJECTS = {
  name: 'save-content-objects',
  text: `update ledger_object o set holder = k.holder, consignee = k.consignee, location = k.location, parent = k.parent,
      state = k.state from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
        as k (uri, holder, consignee, location, parent, state)
   where o.realm = $1 and o.uri = k.uri`,
};

/** Writes what a late event about a container, or a correction of one, makes of what was inside. All of it must be locked in `tx`. */
export async function saveContents(tx: Tx, realm: Realm, contents: readonly ChangedContent[]): Promise<void> {
  const packs = contents.flatMap(({ item, state }) => {
    const sgtin = sgtinOf(item);
    return sgtin ? [{ ...sgtin, state }] : [];
  });
  const objects = contents.filter(({ item }) => sgtinOf(item) === undefined);
  if (packs.length > 0)
    await tx.query({
      ...SAVE_PACKS,
      values: [
        realm,
        packs.map(({ gtin }) => gtin),
        packs.map(({ serial }) => serial),
        packs.map(({ state }) => state.status),
        ...stateValues(packs),
      ],
    });
  if (objects.length > 0)
    await tx.query({
      ...SAVE_OBJECTS,
      values: [realm, objects.map(({ item }) => item), ...stateValues(objects)],
    });
}

function stateValues(changed: readonly { readonly state: PackState }[]): readonly unknown[] {
  const places = changed.map(({ state }) => placeColumnsOf(state));
  return [
    places.map(({ holder }) => holder),
    places.map(({ consignee }) => consignee),
    places.map(({ location }) => location),
    changed.map(({ state }) => state.inside?.container ?? null),
    changed.map(({ state }) => packStateText(state)),
  ];
}
