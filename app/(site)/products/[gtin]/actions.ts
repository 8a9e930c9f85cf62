'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { PolicyRequest, RangeRequest } from '../../../../components/product/product-data.ts';
import { productTexts } from '../../../../components/texts/en/product.ts';
import type { ActionAnswer } from '../../../../components/ui/problem-data.ts';
import { parseGtin } from '../../../../lib/gs1/gtin.ts';
import type { Result } from '../../../../lib/kernel/result.ts';
import {
  freeRange,
  type ProductSerialsError,
  reserveRange,
  setSerialPolicy,
} from '../../../../lib/service/registration/product-serials.ts';
import { MALFORMED, refused } from '../../../session/action-problem.ts';
import { requireScope } from '../../../session/require-scope.ts';

const gtin = z.string().max(14);
const policy = z.object({
  gtin,
  length: z.int().min(0).max(99),
  alphabet: z.string().max(100),
  enforced: z.boolean(),
});
const range = z.object({
  gtin,
  first: z.string().max(100),
  last: z.string().max(100),
  note: z.string().max(200),
});
const removal = z.tuple([gtin, z.string().regex(/^[0-9a-f]{32}$/)]);

/** Says how serials of an own product are made. */
export async function savePolicy(request: PolicyRequest): Promise<ActionAnswer<null>> {
  const scope = await requireScope();
  const read = policy.safeParse(request);
  const product = parseGtin(read.data?.gtin ?? '');
  if (!read.success || !product.ok) return MALFORMED;
  const { length, alphabet, enforced } = read.data;
  return told(await setSerialPolicy(scope, product.value, { length, alphabet, enforced }));
}

/** Reserves serials of an own product. */
export async function addRange(request: RangeRequest): Promise<ActionAnswer<null>> {
  const scope = await requireScope();
  const read = range.safeParse(request);
  const product = parseGtin(read.data?.gtin ?? '');
  if (!read.success || !product.ok) return MALFORMED;
  const { first, last, note } = read.data;
  return told(await reserveRange(scope, product.value, { first, last, note }));
}

/** Gives reserved serials free again. */
export async function removeRange(gtinText: string, id: string): Promise<ActionAnswer<null>> {
  const scope = await requireScope();
  const read = removal.safeParse([gtinText, id]);
  const product = parseGtin(read.data?.[0] ?? '');
  if (!read.success || !product.ok) return MALFORMED;
  return told(await freeRange(scope, product.value, read.data[1]));
}

function told(done: Result<void, ProductSerialsError>): ActionAnswer<null> {
  if (!done.ok) return refused({ code: done.error.code, title: productTexts.refused[done.error.code] });
  revalidatePath('/products/[gtin]', 'page');
  return { ok: true, value: null };
}
