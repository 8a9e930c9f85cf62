'use server';

import { z } from 'zod';
import type { MovementResult, ReceiveRequest } from '../../../../components/shipping/shipping-data.ts';
import type { ActionAnswer } from '../../../../components/ui/problem-data.ts';
import { senderOfDelivery } from '../../../../lib/queries/receive-screen.ts';
import { receivePacks } from '../../../../lib/service/receive-packs.ts';
import { actionOnce } from '../../../session/action-once.ts';
import { MALFORMED, refused } from '../../../session/action-problem.ts';
import { movementAnswer } from '../../../session/movement-answer.ts';
import { judgedPacks, packKeys } from '../../../session/pack-keys.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';

const shape = z.object({
  shipmentId: z.string().regex(/^[0-9a-f]{32}$/),
  received: packKeys,
  extra: z.array(packKeys.element.extend({ accepted: z.boolean() })).max(20_000),
});

/** Receives what is in hand: the announced packs that were found, and the others that were accepted. What is missing stays under way. */
export async function receive(
  request: ReceiveRequest,
  requestId: string,
): Promise<ActionAnswer<MovementResult>> {
  const scope = await requireScope();
  const read = shape.safeParse(request);
  const key = z.uuid().safeParse(requestId);
  if (!read.success || !key.success) return MALFORMED;
  const { shipmentId, received, extra } = read.data;
  const packs = judgedPacks([...received, ...extra.filter(({ accepted }) => accepted)]);
  if (!packs) return MALFORMED;
  const at = requestTime();
  const from = await senderOfDelivery(scope, shipmentId, at);
  if (from === undefined) return refused({ code: 'not-found', title: 'There is no such delivery.' });
  return actionOnce(scope, { name: 'receive', id: key.data, said: read.data }, async () =>
    movementAnswer(await receivePacks(scope, { from, packs, requestKey: key.data, at })),
  );
}
