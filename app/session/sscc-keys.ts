import { z } from 'zod';
import { parseSscc, type Sscc } from '../../lib/gs1/sscc.ts';

/** Cases and pallets of one delivery, by their SSCC. */
export const ssccKeys = z.array(z.string().length(18)).max(2_000);

/** The cases and pallets of a form, or `undefined` where one of them is none: the browser has judged them before. */
export function judgedUnits(units: readonly string[]): readonly Sscc[] | undefined {
  const judged: Sscc[] = [];
  for (const unit of units) {
    const sscc = parseSscc(unit);
    if (!sscc.ok) return undefined;
    judged.push(sscc.value);
  }
  return judged;
}
