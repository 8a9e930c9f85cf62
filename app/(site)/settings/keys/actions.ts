'use server';

import { z } from 'zod';
import type { ActionAnswer } from '../../../../components/ui/problem-data.ts';
import { issueApiKey, revokeApiKey } from '../../../../lib/auth/issue-api-key.ts';
import { parseGln } from '../../../../lib/gs1/gln.ts';
import { momentOf } from '../../../../lib/kernel/instant.ts';
import { accountProblem } from '../../../session/account-problem.ts';
import { MALFORMED } from '../../../session/action-problem.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';

const DAY_MS = 86_400_000;

const order = z.object({
  name: z.string().trim().min(1).max(80),
  role: z.enum(['operator', 'viewer', 'admin']),
  days: z.coerce.number().int().min(1).max(3650),
  scopes: z.array(z.enum(['capture', 'packs', 'query', 'verify', 'administer'])).min(1),
});

/** Makes a key, and gives its text this once. */
export async function makeKey(form: FormData): Promise<ActionAnswer<string>> {
  const read = order.safeParse({ ...Object.fromEntries(form), scopes: form.getAll('scope') });
  const named = String(form.get('location') ?? '');
  const location = named === '' ? undefined : parseGln(named);
  if (!read.success || location?.ok === false) return MALFORMED;
  const { name, role: userRole, scopes, days } = read.data;
  const expiresAt = momentOf(requestTime() + days * DAY_MS);
  const place = location?.ok ? location.value : undefined;
  const made = await issueApiKey(await requireScope(), {
    name,
    userRole,
    scopes,
    expiresAt,
    location: place,
  });
  return made.ok ? { ok: true, value: made.value.text } : accountProblem(made.error);
}

/** Ends a key. */
export async function revokeKey(form: FormData): Promise<ActionAnswer<null>> {
  const revoked = await revokeApiKey(await requireScope(), String(form.get('id') ?? ''));
  return revoked.ok ? { ok: true, value: null } : accountProblem(revoked.error);
}
