import type { Gln } from '../gs1/gln.ts';
import { prisma } from './prisma.ts';

/** A place of an organisation. */
export interface LocationRow {
  readonly gln: Gln;
  readonly organisation: Gln;
  readonly name: string;
  readonly kind: 'plant' | 'warehouse' | 'pharmacy' | 'hospital' | 'clinic' | 'office';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly city: string;
  /** Degrees north and east. */
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  /** IANA name. */
  readonly timeZone: string;
}

/** Registers a place, or mends what is known of it. Throws where it is another organisation's: a place does not change hands. */
export async function saveLocation(location: LocationRow): Promise<void> {
  const { gln, ...rest } = location;
  const data = { ...rest, latitude: rest.latitude ?? null, longitude: rest.longitude ?? null };
  const kept = await prisma().location.findUnique({ where: { gln }, select: { organisation: true } });
  if (kept && kept.organisation !== location.organisation)
    throw new Error('the place belongs to another organisation');
  await prisma().location.upsert({ where: { gln }, create: { gln, ...data }, update: data });
}

/** The places of an organisation, by name. A directory: places are named in events, and members look them up. */
export async function loadLocations(organisation: Gln): Promise<readonly LocationRow[]> {
  const rows = await prisma().location.findMany({
    where: { organisation },
    orderBy: [{ name: 'asc' }, { gln: 'asc' }],
  });
  return rows.map(locationRowOf);
}

/** The places named, for pages that name them; those that are not registered are absent. */
export async function loadLocationsOf(glns: readonly Gln[]): Promise<ReadonlyMap<Gln, LocationRow>> {
  if (glns.length === 0) return new Map();
  const rows = await prisma().location.findMany({ where: { gln: { in: [...new Set(glns)] } } });
  return new Map(rows.map((row) => [row.gln as Gln, locationRowOf(row)]));
}

interface Row {
  readonly gln: string;
  readonly organisation: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly city: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly timeZone: string;
}

const locationRowOf = (row: Row): LocationRow => ({
  gln: row.gln as Gln,
  organisation: row.organisation as Gln,
  name: row.name,
  kind: row.kind as LocationRow['kind'],
  country: row.country,
  city: row.city,
  latitude: row.latitude ?? undefined,
  longitude: row.longitude ?? undefined,
  timeZone: row.timeZone,
});
