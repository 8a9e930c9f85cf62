'use server';

import { z } from 'zod';
import type { RegisterRequest } from '../../../components/register/register-data.ts';
import type { ActionAnswer } from '../../../components/ui/problem-data.ts';
import { parseExpiry } from '../../../lib/gs1/expiry.ts';
import { parseGtin } from '../../../lib/gs1/gtin.ts';
import { parseLot } from '../../../lib/gs1/lot.ts';
import { findTakenSerials } from '../../../lib/service/find-taken-serials.ts';
import { type RegisterError, registerBatch } from '../../../lib/service/register-batch.ts';
import { MALFORMED, refused, titleOf } from '../../session/action-problem.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScope } from '../../session/require-scope.ts';

const MOST_SERIALS = 100_000;

const order = z.object({
  gtin: z.string().max(14),
  batch: z.string().max(20),
  expiry: z.string().length(6),
  serials: z.array(z.string().max(100)).max(MOST_SERIALS),
});

/** Starts the job that registers a batch, and gives its id. The same `requestId` again is the same job. */
export async function startRegistration(
  request: RegisterRequest,
  requestId: string,
): Promise<ActionAnswer<{ readonly jobId: string }>> {
  const scope = await requireScope();
  const read = order.safeParse(request);
  const key = z.uuid().safeParse(requestId);
  if (!read.success || !key.success) return MALFORMED;
  const at = requestTime();
  const gtin = parseGtin(read.data.gtin);
  const lot = parseLot(read.data.batch);
  const expiry = parseExpiry(read.data.expiry, new Date(at).getUTCFullYear());
  if (!gtin.ok || !lot.ok || !expiry.ok) return MALFORMED;
  const started = await registerBatch(scope, {
    gtin: gtin.value,
    lot: lot.value,
    expiry: expiry.value.date,
    serials: read.data.serials,
    requestKey: key.data,
    at,
  });
  return started.ok ? { ok: true, value: { jobId: started.value } } : refused(problemOf(started.error));
}

function problemOf(error: RegisterError) {
  const { code } = error;
  switch (code) {
    case 'serials/count':
      return {
        code,
        title: `A batch is registered in lists of 1 to ${error.most.toLocaleString('en-GB')} packs.`,
      };
    case 'serial-policy/guessable':
      return {
        code,
        title: 'So many serials of this length could be guessed too easily; nothing was stored.',
      };
    case 'serials/faulty': {
      const [first] = error.faults;
      const detail = first && `Row ${first.row}, ${first.serial}: ${first.fault.code}.`;
      return { code, title: `${error.faults.length} rows need mending; nothing was stored.`, detail };
    }
    case 'capture/not-yours':
      return { code, title: titleOf(error.refusal.code) };
    default:
      return { code, title: titleOf(code) };
  }
}

/** Which serials the register holds already of a product that may be registered from here. */
export async function takenSerials(
  gtin: string,
  serials: readonly string[],
): Promise<ActionAnswer<readonly string[]>> {
  const scope = await requireScope();
  const product = parseGtin(String(gtin));
  const read = order.shape.serials.safeParse(serials);
  if (!product.ok || !read.success) return MALFORMED;
  const taken = await findTakenSerials(scope, product.value, read.data);
  return taken.ok ? { ok: true, value: taken.value } : refused(problemOf(taken.error));
}
