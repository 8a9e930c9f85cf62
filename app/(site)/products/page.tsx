import type { Metadata } from 'next';
import { ProductListScreen } from '../../../components/product/product-list-screen.tsx';
import { productTexts } from '../../../components/texts/en/product.ts';
import { productList } from '../../../lib/queries/product-screen.ts';
import { requireScope } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: productTexts.listTitle };

export default async function ProductsPage() {
  return <ProductListScreen rows={await productList(await requireScope())} />;
}
