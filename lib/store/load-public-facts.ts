import type { PublicFacts } from '../custody/public/judge-for-public.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type ChainJson, stateInChain } from './chain-column.ts';
import { PRODUCT_JSON, type ProductJson, productOf } from './fact-columns.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import { batchStateOf } from './state-columns.ts';

/** What stands on a pack, as somebody read it. */
export interface PublicKey {
  readonly gtin: Gtin;
  readonly serial: Serial | undefined;
  readonly lot: Lot | undefined;
}

/** What the public check judges from, and whether the log shows the pack's commissioning in a published head. */
export interface LoadedPublicFacts {
  readonly facts: PublicFacts;
  readonly commissioningShown: boolean;
}

interface Row {
  readonly pack: Json | null;
  readonly chain: ChainJson | null;
  readonly batch: Json | null;
  readonly batch_known: boolean | null;
  readonly product: ProductJson | null;
  readonly shown: boolean | null;
}

/** One statement whatever is known, so that the database does the same for every question. */
const FACTS = {
  name: 'public-facts',
  text: `select k.state as pack,
    (select json_agg(json_build_object('uri', c.uri, 'state', c.state) order by c.depth)
      from container_chain(0::smallint, coalesce(k.parent, '')) c) as chain,
    (select b.state from batch b where b.realm = 0 and b.gtin = $1 and b.lot = $3) as batch,
    (select b.commissioned from batch b where b.realm = 0 and b.gtin = $1 and b.lot = $3) as batch_known,
    (select ${PRODUCT_JSON} from product p where p.realm = 0 and p.gtin = $1) as product,
    (select e.seq < l.published_size from ledger.entry e join ledger.log l on l.log_id = e.log_id
      where e.log_id = $4 and e.event_id = (k.state -> 'c' ->> 0)::uuid) as shown
  from (select 1) as one
  left join pack k on k.realm = 0 and k.gtin = $1 and k.serial = $2`,
};

/** Everything the public check asks about one pack of the real world, in one round trip. No scope stands before it: nothing it gives is told as it is. */
export async function loadPublicFacts({ gtin, serial, lot }: PublicKey): Promise<LoadedPublicFacts> {
  const { rows } = await pool().query<Row>({ ...FACTS, values: [gtin, serial ?? null, lot ?? null, LOG_ID] });
  const [row] = rows;
  return {
    facts: {
      product: row?.product ? productOf(row.product) : undefined,
      batch: row?.batch ? { ...batchStateOf(row.batch), known: row.batch_known === true } : undefined,
      pack: row?.pack ? stateInChain(row.pack, row.chain) : undefined,
    },
    commissioningShown: row?.shown === true,
  };
}
