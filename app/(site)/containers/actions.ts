'use server';

import { z } from 'zod';
import type { ContainerRequest, ContainerState } from '../../../components/containers/containers-data.ts';
import type { MovementResult } from '../../../components/shipping/shipping-data.ts';
import type { ActionAnswer } from '../../../components/ui/problem-data.ts';
import { containerState } from '../../../lib/queries/container-screen.ts';
import { packContainer } from '../../../lib/service/pack-container.ts';
import { actionOnce } from '../../session/action-once.ts';
import { MALFORMED } from '../../session/action-problem.ts';
import { movementAnswer } from '../../session/movement-answer.ts';
import { judgedPacks, packKeys } from '../../session/pack-keys.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScope } from '../../session/require-scope.ts';
import { judgedUnits, ssccKeys } from '../../session/sscc-keys.ts';

/** What is known of a case or pallet, as far as who asks may know. */
export async function look(sscc: string): Promise<ActionAnswer<ContainerState>> {
  const scope = await requireScope();
  const read = ssccKeys.safeParse([sscc]);
  const [unit] = (read.success && judgedUnits(read.data)) || [];
  return unit ? { ok: true, value: await containerState(scope, unit) } : MALFORMED;
}

const shape = z.object({
  deed: z.enum(['pack', 'unpack', 'close', 'open']),
  container: z.string().length(18),
  packs: packKeys,
  containers: ssccKeys,
});

/** Packs, unpacks, closes or opens a case or pallet, or says what of it would have no effect and records nothing. */
export async function act(
  request: ContainerRequest,
  requestId: string,
): Promise<ActionAnswer<MovementResult>> {
  const scope = await requireScope();
  const read = shape.safeParse(request);
  const key = z.uuid().safeParse(requestId);
  if (!read.success || !key.success) return MALFORMED;
  const packs = judgedPacks(read.data.packs);
  const containers = judgedUnits(read.data.containers);
  const [container] = judgedUnits([read.data.container]) ?? [];
  if (!packs || !containers || !container) return MALFORMED;
  const { deed } = read.data;
  return actionOnce(scope, { name: 'container', id: key.data, said: read.data }, async () =>
    movementAnswer(
      await packContainer(scope, {
        ...{ deed, container, packs, containers },
        ...{ requestKey: key.data, at: requestTime() },
      }),
    ),
  );
}
