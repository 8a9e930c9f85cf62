import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { dateOfDay, dayOfDate } from './date-columns.ts';
import { instantOfNullable } from './instant-of-date.ts';
import { prisma } from './prisma.ts';

/** From when to when something holds, and since when it has been known. Both days count. */
export interface Period {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | undefined;
  readonly knownAt: Instant | undefined;
}

/** What an organisation may do, and where. */
export interface Licence extends Period {
  readonly activity: 'manufacture' | 'wholesale' | 'dispense' | 'import';
  /** ISO 3166-1 alpha-2, or a union such as `EU`. */
  readonly market: string;
}

/** An organisation's licences, and the times in which they did not hold. */
export interface Standing {
  readonly licences: readonly Licence[];
  readonly suspensions: readonly Period[];
}

const periodColumns = ({ validFrom, validTo, knownAt }: Period) => ({
  validFrom: dateOfDay(validFrom),
  validTo: validTo === undefined ? null : dateOfDay(validTo),
  knownAt: knownAt === undefined ? null : new Date(knownAt),
});

const periodOf = (row: {
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly knownAt: Date | null;
}): Period => ({
  validFrom: dayOfDate(row.validFrom),
  validTo: row.validTo ? dayOfDate(row.validTo) : undefined,
  knownAt: instantOfNullable(row.knownAt),
});

/** Adds a licence to those of an organisation. */
export async function saveLicence(
  organisation: Gln,
  { activity, market, ...period }: Licence,
): Promise<void> {
  await prisma().licence.create({ data: { organisation, activity, market, ...periodColumns(period) } });
}

/** Adds a time in which an organisation's licences do not hold. */
export async function saveSuspension(organisation: Gln, period: Period): Promise<void> {
  await prisma().suspension.create({ data: { organisation, ...periodColumns(period) } });
}

/** The licences and suspensions of the organisations named, by organisation; those without any are absent. */
export async function loadStandings(organisations: readonly Gln[]): Promise<ReadonlyMap<Gln, Standing>> {
  const rows = await prisma().organisation.findMany({
    where: {
      gln: { in: [...organisations] },
      OR: [{ licences: { some: {} } }, { suspensions: { some: {} } }],
    },
    select: { gln: true, licences: true, suspensions: true },
  });
  return new Map(
    rows.map((row) => [
      row.gln as Gln,
      {
        licences: row.licences.map((licence) => ({
          ...periodOf(licence),
          activity: licence.activity as Licence['activity'],
          market: licence.market,
        })),
        suspensions: row.suspensions.map(periodOf),
      },
    ]),
  );
}
