'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { LiftRecallRequest, RecallRequest } from '../../../../../components/batch/batch-data.ts';
import type { ActionAnswer } from '../../../../../components/ui/problem-data.ts';
import { parseGtin } from '../../../../../lib/gs1/gtin.ts';
import { parseLot } from '../../../../../lib/gs1/lot.ts';
import { custodyText } from '../../../../../lib/queries/custody-text.ts';
import { liftRecall, recallBatch } from '../../../../../lib/service/recall-batch.ts';
import { actionOnce } from '../../../../session/action-once.ts';
import { MALFORMED, refused, titleOf } from '../../../../session/action-problem.ts';
import { requestTime } from '../../../../session/request-time.ts';
import { requireScope } from '../../../../session/require-scope.ts';

const shape = z.object({
  gtin: z.string().max(14),
  lot: z.string().max(20),
  recallClass: z.enum(['I', 'II', 'III']),
  reach: z.array(z.string().regex(/^[A-Z]{2}$/)).max(250),
});

/** Recalls a batch; a regulator's recall reaches its own market. The same `requestId` again recalls nothing twice. */
export async function recall(
  request: RecallRequest,
  requestId: string,
): Promise<ActionAnswer<{ readonly event: string }>> {
  const scope = await requireScope();
  const read = shape.safeParse(request);
  const key = z.uuid().safeParse(requestId);
  const gtin = parseGtin(read.data?.gtin ?? '');
  const lot = parseLot(read.data?.lot ?? '');
  if (!read.success || !key.success || !gtin.ok || !lot.ok) return MALFORMED;
  const order = { gtin: gtin.value, lot: lot.value, recallClass: read.data.recallClass };
  const reach = scope.organisationRole === 'regulator' ? [scope.country] : read.data.reach;
  const answer = await actionOnce(
    scope,
    { name: 'recall', id: key.data, said: { ...order, reach } },
    async () =>
      batchAnswer(
        await recallBatch(scope, {
          ...order,
          ...{ reach, note: undefined, requestKey: key.data, at: requestTime() },
        }),
        'It is in the log, but it recalls nothing.',
      ),
  );
  if (answer.ok) revalidatePath('/batches', 'layout');
  return answer;
}

const lifting = shape.pick({ gtin: true, lot: true }).extend({
  recall: z.string().regex(/^[0-9a-f]{32}$/),
  reason: z.string().trim().min(4).max(500),
});

/** Lifts a recall of the same organisation, with the reason. The same `requestId` again lifts nothing twice. */
export async function lift(
  request: LiftRecallRequest,
  requestId: string,
): Promise<ActionAnswer<{ readonly event: string }>> {
  const scope = await requireScope();
  const read = lifting.safeParse(request);
  const key = z.uuid().safeParse(requestId);
  const gtin = parseGtin(read.data?.gtin ?? '');
  const lot = parseLot(read.data?.lot ?? '');
  if (!read.success || !key.success || !gtin.ok || !lot.ok) return MALFORMED;
  const { recall: lifted, reason: note } = read.data;
  const order = { gtin: gtin.value, lot: lot.value, recall: lifted, note };
  const answer = await actionOnce(scope, { name: 'lift-recall', id: key.data, said: order }, async () =>
    batchAnswer(
      await liftRecall(scope, { ...order, requestKey: key.data, at: requestTime() }),
      'It is in the log, but it lifts nothing.',
    ),
  );
  if (answer.ok) revalidatePath('/batches', 'layout');
  return answer;
}

function batchAnswer(
  said: Awaited<ReturnType<typeof recallBatch>>,
  withoutEffect: string,
): ActionAnswer<{ readonly event: string }> {
  if (!said.ok) {
    const { error } = said;
    const code = error.code === 'capture/not-yours' ? error.refusal.code : error.code;
    return refused({ code, title: titleOf(code) });
  }
  const [breach] = said.value.breaches;
  if (!said.value.applied && breach) {
    return refused({
      code: breach.code,
      title: withoutEffect,
      detail: custodyText(breach.code),
    });
  }
  return { ok: true, value: { event: said.value.event } };
}
