import type { AnnouncedLine, ExtraReason, PackKey, PackLine, ReadPack } from './shipping-data.ts';

/** What was scanned and does not stand in the announcement as it was read. */
export interface ExtraPack {
  readonly pack: ReadPack;
  readonly reason: ExtraReason;
  /** What was announced under the same serial, where that is what differs. */
  readonly announced: PackLine | undefined;
}

/** A delivery as announced against what was scanned. */
export interface DeliveryDifference {
  readonly matched: readonly AnnouncedLine[];
  /** Those of them that only the label of their case or pallet stands for. */
  readonly inferred: readonly AnnouncedLine[];
  readonly missing: readonly AnnouncedLine[];
  readonly extra: readonly ExtraPack[];
}

export const keyText = ({ gtin, serial }: PackKey): string => `${gtin}/${serial}`;

/**
 * Compares. A batch or expiry that was not read cannot differ. A pack scanned twice counts once. `units` are the cases and pallets
 * scanned, which stand for what was announced in them.
 */
export function deliveryDifference(
  announced: readonly AnnouncedLine[],
  scanned: readonly ReadPack[],
  units: ReadonlySet<string>,
): DeliveryDifference {
  const stands = ({ unit, container }: AnnouncedLine): boolean =>
    (unit !== null && units.has(unit)) || (container !== null && units.has(container));
  const lines = new Map(announced.map((line) => [keyText(line), line]));
  const read = new Map(scanned.map((pack) => [keyText(pack), pack]));
  const extra = [...read.values()].flatMap((pack): readonly ExtraPack[] => {
    const line = lines.get(keyText(pack));
    if (!line) return [{ pack, reason: 'not-announced', announced: undefined }];
    return agrees(line, pack) ? [] : [{ pack, reason: 'wrong-batch', announced: line }];
  });
  const unread = announced.filter((line) => !read.has(keyText(line)));
  return {
    matched: announced.filter((line) => {
      const pack = read.get(keyText(line));
      return pack === undefined ? stands(line) : agrees(line, pack);
    }),
    inferred: unread.filter(stands),
    missing: unread.filter((line) => !stands(line)),
    extra,
  };
}

const agrees = (line: PackLine, { batch, expiry }: ReadPack): boolean =>
  (batch === undefined || batch === line.batch) && (expiry === undefined || sameExpiry(line.expiry, expiry));

/** `2028-05-31` against `280531`; day 00 stands for the last day of the month, so the month decides. */
const sameExpiry = (date: string, printed: string): boolean => {
  const digits = date.slice(2).replaceAll('-', '');
  return printed.endsWith('00') ? digits.slice(0, 4) === printed.slice(0, 4) : digits === printed;
};

/** What is received as it stands: every shipped case or pallet of which all is there as announced, and the packs besides. */
export interface TakenAsOne {
  readonly units: readonly string[];
  readonly packs: readonly AnnouncedLine[];
  /** Packs of those units that were scanned themselves. */
  readonly checked: readonly (AnnouncedLine & { readonly container: string })[];
}

/** A case or pallet is received as one where nothing of it is missing or other than announced; else its packs are, one by one. */
export function takenAsOne(
  announced: readonly AnnouncedLine[],
  { matched, inferred }: DeliveryDifference,
): TakenAsOne {
  const got = new Set(matched.map(keyText));
  const guessed = new Set(inferred.map(keyText));
  const broken = new Set(announced.filter((line) => !got.has(keyText(line))).map(({ unit }) => unit));
  const isWhole = ({ unit }: AnnouncedLine): boolean => unit !== null && !broken.has(unit);
  const whole = matched.filter(isWhole);
  return {
    units: [...new Set(whole.flatMap(({ unit }) => unit ?? []))],
    packs: matched.filter((line) => !isWhole(line)),
    checked: whole.flatMap((line) =>
      line.container !== null && !guessed.has(keyText(line)) ? [{ ...line, container: line.container }] : [],
    ),
  };
}

/** Packs of one product and batch, for lists that would otherwise repeat themselves. */
export interface PackGroup {
  readonly key: string;
  readonly first: PackLine;
  readonly packs: readonly PackLine[];
}

/** Groups packs by product and batch, in the order they came. */
export function packGroups(lines: readonly PackLine[]): readonly PackGroup[] {
  const groups = new Map<string, PackLine[]>();
  for (const line of lines) {
    const key = `${line.gtin}/${line.batch}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups].flatMap(([key, packs]) => (packs[0] ? [{ key, first: packs[0], packs }] : []));
}
