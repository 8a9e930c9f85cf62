'use server';

import { z } from 'zod';
import type {
  MovementResult,
  PackKey,
  ReadPack,
  Shippable,
  ShippableUnit,
  ShipRequest,
} from '../../../components/shipping/shipping-data.ts';
import type { ActionAnswer } from '../../../components/ui/problem-data.ts';
import { parseGln } from '../../../lib/gs1/gln.ts';
import { shippableUnits } from '../../../lib/queries/container-screen.ts';
import { shippablePacks } from '../../../lib/queries/ship-screen.ts';
import { shipPacks } from '../../../lib/service/ship-packs.ts';
import { actionOnce } from '../../session/action-once.ts';
import { MALFORMED } from '../../session/action-problem.ts';
import { movementAnswer } from '../../session/movement-answer.ts';
import { judgedPacks, packKeys } from '../../session/pack-keys.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScope } from '../../session/require-scope.ts';
import { judgedUnits, ssccKeys } from '../../session/sscc-keys.ts';

/** Whether packs can be shipped from here, said before they are. */
export async function checkPacks(packs: readonly ReadPack[]): Promise<ActionAnswer<readonly Shippable[]>> {
  const scope = await requireScope();
  const read = packKeys.safeParse(packs);
  const judged = read.success ? judgedPacks(read.data) : undefined;
  if (!judged) return MALFORMED;
  return { ok: true, value: await shippablePacks(scope, judged, requestTime()) };
}

/** Whether cases and pallets can be shipped from here with all that is in them. */
export async function checkUnits(units: readonly string[]): Promise<ActionAnswer<readonly ShippableUnit[]>> {
  const scope = await requireScope();
  const read = ssccKeys.safeParse(units);
  const judged = read.success ? judgedUnits(read.data) : undefined;
  return judged ? { ok: true, value: await shippableUnits(scope, judged) } : MALFORMED;
}

const shape = z.object({
  to: z.string().length(13),
  packs: packKeys,
  units: ssccKeys,
  reference: z.string().max(80).optional(),
});

/** Ships packs, or says which of them would not move and records nothing. The same `requestId` again ships nothing twice. */
export async function ship(
  request: ShipRequest & { readonly packs: readonly PackKey[] },
  requestId: string,
): Promise<ActionAnswer<MovementResult>> {
  const scope = await requireScope();
  const read = shape.safeParse(request);
  const key = z.uuid().safeParse(requestId);
  const to = read.success ? parseGln(read.data.to) : undefined;
  const packs = read.success ? judgedPacks(read.data.packs) : undefined;
  const containers = read.success ? judgedUnits(read.data.units) : undefined;
  if (!read.success || !key.success || !to?.ok || !packs || !containers) return MALFORMED;
  const { reference } = read.data;
  const said = { to: to.value, packs: read.data.packs, units: containers, reference };
  return actionOnce(scope, { name: 'ship', id: key.data, said }, async () =>
    movementAnswer(
      await shipPacks(scope, {
        ...{ to: to.value, packs, containers, reference },
        ...{ requestKey: key.data, at: requestTime() },
      }),
    ),
  );
}
