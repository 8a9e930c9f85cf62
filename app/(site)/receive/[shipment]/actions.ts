'use server';

import { z } from 'zod';
import type { MovementResult, ReceiveRequest } from '../../../../components/shipping/shipping-data.ts';
import type { ActionAnswer } from '../../../../components/ui/problem-data.ts';
import type { DeliveryDifference } from '../../../../lib/epcis/delivery-differences.ts';
import { senderOfDelivery } from '../../../../lib/queries/receive-screen.ts';
import { type CheckedPack, receivePacks } from '../../../../lib/service/receive-packs.ts';
import { actionOnce } from '../../../session/action-once.ts';
import { MALFORMED, refused } from '../../../session/action-problem.ts';
import { movementAnswer } from '../../../session/movement-answer.ts';
import { type JudgedPack, judgedPacks, packKeys } from '../../../session/pack-keys.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';
import { judgedUnits, ssccKeys } from '../../../session/sscc-keys.ts';

const shape = z.object({
  shipmentId: z.string().regex(/^[0-9a-f]{32}$/),
  units: ssccKeys,
  checked: z.array(packKeys.element.extend({ container: z.string().length(18) })).max(20_000),
  received: packKeys,
  missing: z
    .array(packKeys.element.extend({ reason: z.enum(['not-in-delivery', 'damaged', 'not-checked']) }))
    .max(20_000),
  extra: z
    .array(
      packKeys.element.extend({ accepted: z.boolean(), reason: z.enum(['not-announced', 'wrong-batch']) }),
    )
    .max(20_000),
});

const NOTHING_SAID = refused({
  code: 'movement/packs',
  title: 'Nothing was scanned, and nothing was said of what is missing: there is nothing to record.',
});

/**
 * Receives what is in hand: the announced packs that were found, and the others that were accepted. What is missing stays under way. Every
 * difference is recorded with its reason.
 */
export async function receive(
  request: ReceiveRequest,
  requestId: string,
): Promise<ActionAnswer<MovementResult>> {
  const scope = await requireScope();
  const read = shape.safeParse(request);
  const key = z.uuid().safeParse(requestId);
  if (!read.success || !key.success) return MALFORMED;
  const { shipmentId, units, checked, received, missing, extra } = read.data;
  const packs = judgedPacks([...received, ...extra.filter(({ accepted }) => accepted)]);
  const differences = differencesOf(missing, extra);
  const containers = judgedUnits(units);
  const seen = checkedIn(checked);
  if (!packs || !differences || !containers || !seen) return MALFORMED;
  if (packs.length + containers.length === 0 && differences.every(({ reason }) => reason === 'not-checked'))
    return NOTHING_SAID;
  const at = requestTime();
  const from = await senderOfDelivery(scope, shipmentId, at);
  if (from === undefined) return refused({ code: 'not-found', title: 'There is no such delivery.' });
  return actionOnce(scope, { name: 'receive', id: key.data, said: read.data }, async () =>
    movementAnswer(
      await receivePacks(scope, {
        ...{ from, packs, containers, checked: seen, differences, at },
        ...{ shipment: shipmentId, requestKey: key.data },
      }),
    ),
  );
}

type Read = z.infer<typeof shape>;

/** What was seen in which container, or `undefined` where a name is none. */
function checkedIn(checked: Read['checked']): readonly CheckedPack[] | undefined {
  const packs = judgedPacks(checked);
  const units = judgedUnits(checked.map(({ container }) => container));
  return (
    packs &&
    units &&
    packs.flatMap(({ gtin, serial }, at) => (units[at] ? [{ gtin, serial, container: units[at] }] : []))
  );
}

/** Every difference with its reason, or `undefined` where one of the packs is none. */
function differencesOf(
  missing: Read['missing'],
  extra: Read['extra'],
): readonly DeliveryDifference[] | undefined {
  const absent = judgedPacks(missing);
  const present = judgedPacks(extra);
  const key = ({ gtin, serial }: JudgedPack) => ({ gtin, serial });
  return (
    absent &&
    present && [
      ...missing.flatMap(({ reason }, at) =>
        absent[at] ? [{ ...key(absent[at]), kind: 'missing' as const, reason }] : [],
      ),
      ...extra.flatMap(({ reason: kind, accepted }, at) =>
        present[at]
          ? [
              {
                ...key(present[at]),
                kind,
                reason: accepted ? ('taken-into-stock' as const) : ('left-aside' as const),
              },
            ]
          : [],
      ),
    ]
  );
}
