import { z } from 'zod';
import { type Gln, parseGln } from '../../lib/gs1/gln.ts';

/** A role at a place, or (`undefined`) in the whole organisation. */
interface ChosenPlace {
  readonly location: Gln | undefined;
  readonly userRole: 'admin' | 'operator' | 'viewer';
}

const PREFIX = 'role:';
const role = z.enum(['admin', 'operator', 'viewer']);

/** The roles chosen in a form: fields named `role:` and a GLN, `role:` alone for the whole organisation. What is no role is none. */
export function placesOfForm(form: FormData): readonly ChosenPlace[] {
  return [...form].flatMap(([name, value]): readonly ChosenPlace[] => {
    const chosen = role.safeParse(value);
    if (!name.startsWith(PREFIX) || !chosen.success) return [];
    if (name === PREFIX) return [{ location: undefined, userRole: chosen.data }];
    const location = parseGln(name.slice(PREFIX.length));
    return location.ok ? [{ location: location.value, userRole: chosen.data }] : [];
  });
}
