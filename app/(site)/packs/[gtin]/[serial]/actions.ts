'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { bundleTexts } from '../../../../../components/texts/en/bundle.ts';
import type { ActionAnswer } from '../../../../../components/ui/problem-data.ts';
import { eraseEventFields } from '../../../../../lib/service/erase-event-fields.ts';
import { MALFORMED, refused, titleOf } from '../../../../session/action-problem.ts';
import { requestTime } from '../../../../session/request-time.ts';
import { requireScope } from '../../../../session/require-scope.ts';

const shape = z.object({
  event: z.string().regex(/^[0-9a-f]{32}$/),
  fields: z.array(z.string().min(1).max(255)).max(50),
});

/** Erases fields of an event of one's own organisation. The same again erases nothing more. */
export async function erase(
  event: string,
  fields: readonly string[],
): Promise<ActionAnswer<{ readonly fields: readonly string[] }>> {
  const scope = await requireScope();
  const read = shape.safeParse({ event, fields });
  if (!read.success) return MALFORMED;
  if (read.data.fields.length === 0) return refused({ code: 'erasure/field', title: bundleTexts.erase.none });
  const erased = await eraseEventFields(scope, read.data, requestTime());
  if (!erased.ok) return refused({ code: erased.error.code, title: titleOf(erased.error.code) });
  revalidatePath('/packs', 'layout');
  return { ok: true, value: { fields: erased.value.fields } };
}
