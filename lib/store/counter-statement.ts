import { CHAIN_JSON } from './chain-column.ts';
import { PARTY_JSON, PRODUCT_JSON } from './fact-columns.ts';
import { SHOWN_SIZES } from './ledger-place.ts';

/**
 * All that the counter asks about one pack, in one row. $1 realm, $2 GTIN, $3 serial, $4 batch as read or null, $5 organisation,
 * $6 its location or null, $7 the start of the window of earlier answers, $8 the log.
 */
export const COUNTER_FACTS = {
  name: 'counter-facts',
  text: `select k.state as pack, case when k.parent is not null then ${CHAIN_JSON('k')} end as chain, k.counter, k.head_event,
    (select v.reporter = $5 or $5 = any (v.parties) from event v where v.id = k.head_event) as head_shown,
    (select e.seq from ledger.entry e where e.log_id = $8 and e.event_id = k.head_event) as head_seq,
    ${SHOWN_SIZES},
    (select b.state from batch b where b.realm = $1 and b.gtin = $2 and b.lot = $4) as batch,
    (select b.commissioned from batch b where b.realm = $1 and b.gtin = $2 and b.lot = $4) as batch_known,
    (select ${PRODUCT_JSON} from product p where p.realm = $1 and p.gtin = $2) as product,
    (select ${PARTY_JSON} from organisation o where o.gln = $5) as party,
    (select ${PARTY_JSON} from organisation o where o.gln = case when k.parent is null then k.holder
      else (select u.holder from outermost($1, k.parent) u) end) as holder,
    (select json_build_object('country', l.country, 'timeZone', l.time_zone) from location l
      where l.organisation = $5 and ($6::text is null or l.gln = $6) order by l.gln limit 1) as site,
    (select json_build_object('good', c.good, 'total', c.total) from custody_coverage c where c.organisation = $5) as coverage,
    (select json_agg(json_build_object('at', round(extract(epoch from v.at) * 1000), 'operationId', replace(v.id::text, '-', ''),
        'verdict', v.verdict, 'code', v.code) order by v.at) from observation v
      where v.realm = $1 and v.gtin = $2 and v.serial = $3 and v.at >= $7 and v.organisation = $5
        and v.location is not distinct from $6) as previous
  from (select 1) as one
  left join pack k on k.realm = $1 and k.gtin = $2 and k.serial = $3`,
};
