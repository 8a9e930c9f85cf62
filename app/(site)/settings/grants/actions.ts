'use server';

import { z } from 'zod';
import type { ActionAnswer } from '../../../../components/ui/problem-data.ts';
import { parseGrantOrder } from '../../../../lib/http/parse-grant-order.ts';
import { endGrant } from '../../../../lib/service/end-grant.ts';
import { giveGrant } from '../../../../lib/service/give-grant.ts';
import { requestName } from '../../../../lib/service/request-name.ts';
import { accountProblem } from '../../../session/account-problem.ts';
import { MALFORMED, refused } from '../../../session/action-problem.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';

const FIELDS = ['to', 'show', 'gtin', 'batch', 'serial'] as const;

/** Lets another organisation see own records. */
export async function give(form: FormData, requestId: string): Promise<ActionAnswer<null>> {
  const key = z.uuid().safeParse(requestId);
  if (!key.success) return MALFORMED;
  const scope = await requireScope();
  const order = parseGrantOrder({ ...filled(form), ...periodIn(form) });
  if (!order.ok)
    return refused({
      code: order.error.code,
      title: `This cannot be granted: look at ${order.error.path?.slice(1)}.`,
      detail: order.error.detail,
    });
  const id = requestName(scope, 'grant', `page/${key.data}`);
  const given = await giveGrant(scope, { ...order.value, id }, requestTime());
  return given.ok ? { ok: true, value: null } : accountProblem(given.error);
}

/** The fields that say something. */
const filled = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    FIELDS.flatMap((name) => {
      const value = String(form.get(name) ?? '').trim();
      return value === '' ? [] : [[name, value]];
    }),
  );

const DAY_MS = 86_400_000;

/** A grant until a day is one until the day after begins. */
function periodIn(form: FormData): { readonly validFrom?: string; readonly validUntil?: string } {
  const from = midnight(form.get('from'));
  const until = midnight(form.get('until'));
  return {
    ...(from !== undefined && { validFrom: new Date(from).toISOString() }),
    ...(until !== undefined && { validUntil: new Date(until + DAY_MS).toISOString() }),
  };
}

function midnight(day: FormDataEntryValue | null): number | undefined {
  const at = Date.parse(`${String(day ?? '')}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}

/** Ends a grant. */
export async function end(form: FormData): Promise<ActionAnswer<null>> {
  const id = String(form.get('id') ?? '');
  if (!/^[0-9a-f]{32}$/.test(id)) return accountProblem({ code: 'not-found' });
  const ended = await endGrant(await requireScope(), id, requestTime());
  return ended.ok ? { ok: true, value: null } : accountProblem(ended.error);
}
