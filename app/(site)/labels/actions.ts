'use server';

import { z } from 'zod';
import type { LabelRequest } from '../../../components/labels/labels-data.ts';
import type { ActionAnswer } from '../../../components/ui/problem-data.ts';
import { labelProblem } from '../../../lib/http/label-problem.ts';
import { parseLabelOrder } from '../../../lib/http/parse-label-order.ts';
import { type LabelJobRow, labelJob } from '../../../lib/queries/label-screens.ts';
import { cancelLabelJob } from '../../../lib/service/labels/label-job.ts';
import { orderLabels } from '../../../lib/service/labels/order-labels.ts';
import { MALFORMED, refused, titleOf } from '../../session/action-problem.ts';
import { requireScope } from '../../session/require-scope.ts';

/** Starts the job that makes labels, and gives its id. The same `requestId` again is the same job. */
export async function startLabels(
  request: LabelRequest,
  requestId: string,
): Promise<ActionAnswer<{ readonly jobId: string }>> {
  const scope = await requireScope();
  const key = z.uuid().safeParse(requestId);
  const order = parseLabelOrder(request);
  if (!key.success) return MALFORMED;
  if (!order.ok) return refused({ code: order.error.code, title: titleOf(order.error.code) });
  if (scope.userRole === 'viewer')
    return refused({ code: 'authority/viewer', title: titleOf('authority/viewer') });
  const started = await orderLabels(scope, order.value, key.data);
  if (started.ok) return { ok: true, value: { jobId: started.value } };
  const { code, detail } = labelProblem(started.error);
  return refused({ code, title: titleOf(code), detail });
}

const NO_JOB = refused({ code: 'not-found', title: 'There are no such labels.' });

/** How far a file of labels of the own organisation is. */
export async function labelProgress(jobId: string): Promise<ActionAnswer<LabelJobRow>> {
  const found = await labelJob(await requireScope(), String(jobId));
  return found ? { ok: true, value: found } : NO_JOB;
}

/** Cancels a file of labels of the own organisation that is not made yet, and says how it stands then. */
export async function cancelLabels(jobId: string): Promise<ActionAnswer<LabelJobRow>> {
  const scope = await requireScope();
  if (scope.userRole !== 'viewer') await cancelLabelJob(scope, String(jobId));
  return labelProgress(jobId);
}
