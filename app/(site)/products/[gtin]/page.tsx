import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProductScreen } from '../../../../components/product/product-screen.tsx';
import { productTexts } from '../../../../components/texts/en/product.ts';
import { parseGtin } from '../../../../lib/gs1/gtin.ts';
import { productScreen } from '../../../../lib/queries/product-screen.ts';
import { requireScope } from '../../../session/require-scope.ts';
import { addRange, removeRange, savePolicy } from './actions.ts';

export const metadata: Metadata = { title: productTexts.title };

export default async function ProductPage({
  params,
}: {
  readonly params: Promise<{ readonly gtin: string }>;
}) {
  const scope = await requireScope();
  const gtin = parseGtin((await params).gtin);
  const screen = gtin.ok ? await productScreen(scope, gtin.value) : undefined;
  if (!screen) notFound();
  return <ProductScreen {...screen} savePolicy={savePolicy} addRange={addRange} removeRange={removeRange} />;
}
