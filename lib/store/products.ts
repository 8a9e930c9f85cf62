import type { OrgScope } from '../custody/org-scope.ts';
import type { Market, ProductFacts } from '../custody/product-facts.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Instant } from '../kernel/instant.ts';
import { dateOfDay, dayOfDate } from './date-columns.ts';
import { prisma } from './prisma.ts';

/** A product with how its serial numbers are made. */
export interface ProductRow extends ProductFacts {
  /** Detectors group products by these. */
  readonly classes: readonly string[];
  /** Characters in a serial number, 1 to 20. */
  readonly serialLength: number;
  readonly serialAlphabet: string;
  /** Whether serial numbers that come from elsewhere must be of that length and alphabet too. */
  readonly serialsEnforced: boolean;
}

interface Row {
  readonly gtin: string;
  readonly name: string;
  readonly holder: string;
  readonly itemLevel: string;
  readonly classes: string[];
  readonly serialLength: number;
  readonly serialAlphabet: string;
  readonly serialsEnforced: boolean;
  readonly markets: readonly {
    readonly country: string;
    readonly marketedFrom: Date;
    readonly withdrawnFrom: Date | null;
  }[];
}

const productRowOf = (row: Row): ProductRow => ({
  gtin: row.gtin as Gtin,
  name: row.name,
  holder: row.holder as Gln,
  itemLevel: row.itemLevel as ProductRow['itemLevel'],
  classes: row.classes,
  serialLength: row.serialLength,
  serialAlphabet: row.serialAlphabet,
  serialsEnforced: row.serialsEnforced,
  markets: row.markets.map((market) => ({
    country: market.country,
    marketedFrom: dayOfDate(market.marketedFrom),
    withdrawnFrom: market.withdrawnFrom ? dayOfDate(market.withdrawnFrom) : undefined,
  })),
});

const WITH_MARKETS = { markets: { orderBy: { country: 'asc' } } } as const;

/** The products of the scope's realm that its organisation holds, by name. */
export async function loadOwnProducts(scope: OrgScope): Promise<readonly ProductRow[]> {
  const rows = await prisma().product.findMany({
    where: { realm: scope.realm, holder: scope.organisation },
    include: WITH_MARKETS,
    orderBy: [{ name: 'asc' }, { gtin: 'asc' }],
  });
  return rows.map(productRowOf);
}

/** The products whose packs the scope's organisation may commission at `at`: its own, and those of whoever made it its agent. */
export async function loadProductsToRegister(scope: OrgScope, at: Instant): Promise<readonly ProductRow[]> {
  const now = new Date(at);
  const inForce = { validFrom: { lte: now }, OR: [{ validUntil: null }, { validUntil: { gt: now } }] };
  const rows = await prisma().product.findMany({
    where: {
      realm: scope.realm,
      OR: [
        { holder: scope.organisation },
        { owner: { agents: { some: { agent: scope.organisation, ...inForce } } } },
      ],
    },
    include: WITH_MARKETS,
    orderBy: [{ name: 'asc' }, { gtin: 'asc' }],
  });
  return rows.map(productRowOf);
}

/** A product of the scope's realm, whoever holds it: names and markets are public. */
export async function loadProduct(scope: OrgScope, gtin: Gtin): Promise<ProductRow | undefined> {
  const row = await prisma().product.findUnique({
    where: { realm_gtin: { realm: scope.realm, gtin } },
    include: WITH_MARKETS,
  });
  return row ? productRowOf(row) : undefined;
}

/** Products of the scope's realm by GTIN, for lists that name them; those that nobody registered are absent. */
export async function loadProducts(
  scope: OrgScope,
  gtins: readonly Gtin[],
): Promise<ReadonlyMap<Gtin, ProductRow>> {
  const rows = await prisma().product.findMany({
    where: { realm: scope.realm, gtin: { in: [...gtins] } },
    include: WITH_MARKETS,
  });
  return new Map(rows.map((row) => [row.gtin as Gtin, productRowOf(row)]));
}

/**
 * Registers a product of the scope's organisation, or changes what is said of it; its markets become those given. False, and nothing
 * is changed, where another organisation holds the GTIN in this realm. Whether the GTIN is the organisation's own is not asked here.
 */
export async function saveProduct(
  scope: OrgScope,
  product: Omit<ProductRow, 'holder' | 'serialsEnforced'>,
): Promise<boolean> {
  const { gtin, markets, classes, ...rest } = product;
  const key = { realm: scope.realm, gtin };
  const data = { ...rest, classes: [...classes] };
  return prisma().$transaction(async (tx) => {
    const kept = await tx.product.findUnique({ where: { realm_gtin: key }, select: { holder: true } });
    if (kept && kept.holder !== scope.organisation) return false;
    await tx.product.upsert({
      where: { realm_gtin: key },
      create: { ...key, holder: scope.organisation, ...data },
      update: data,
    });
    await tx.productMarket.deleteMany({ where: key });
    await tx.productMarket.createMany({
      data: markets.map((market) => ({ ...key, ...marketColumns(market) })),
    });
    return true;
  });
}

const marketColumns = ({ country, marketedFrom, withdrawnFrom }: Market) => ({
  country,
  marketedFrom: dateOfDay(marketedFrom),
  withdrawnFrom: withdrawnFrom === undefined ? null : dateOfDay(withdrawnFrom),
});
