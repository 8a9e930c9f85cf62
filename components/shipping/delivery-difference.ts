import type { ExtraReason, PackKey, PackLine, ReadPack } from './shipping-data.ts';

/** What was scanned and does not stand in the announcement as it was read. */
export interface ExtraPack {
  readonly pack: ReadPack;
  readonly reason: ExtraReason;
  /** What was announced under the same serial, where that is what differs. */
  readonly announced: PackLine | undefined;
}

/** A delivery as announced against what was scanned. */
export interface DeliveryDifference {
  readonly matched: readonly PackLine[];
  readonly missing: readonly PackLine[];
  readonly extra: readonly ExtraPack[];
}

export const keyText = ({ gtin, serial }: PackKey): string => `${gtin}/${serial}`;

/** Compares. A batch or expiry that was not read cannot differ. A pack scanned twice counts once. */
export function deliveryDifference(
  announced: readonly PackLine[],
  scanned: readonly ReadPack[],
): DeliveryDifference {
  const lines = new Map(announced.map((line) => [keyText(line), line]));
  const read = new Map(scanned.map((pack) => [keyText(pack), pack]));
  const extra = [...read.values()].flatMap((pack): readonly ExtraPack[] => {
    const line = lines.get(keyText(pack));
    if (!line) return [{ pack, reason: 'not-announced', announced: undefined }];
    return agrees(line, pack) ? [] : [{ pack, reason: 'wrong-batch', announced: line }];
  });
  return {
    matched: announced.filter((line) => {
      const pack = read.get(keyText(line));
      return pack !== undefined && agrees(line, pack);
    }),
    missing: announced.filter((line) => !read.has(keyText(line))),
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
