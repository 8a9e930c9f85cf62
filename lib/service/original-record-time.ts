import type { Brand } from '../kernel/brand.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isPlatformAdministrator } from '../store/memberships.ts';

/** The right to import a history: demo mode's, or an administrator's of the platform (custody.md 7). */
export type ImportPermit = Brand<{ readonly grantedTo: string }, 'ImportPermit'>;

/** When something was recorded where a history import comes from. Only the holder of a permit can name such a time. */
export type OriginalRecordTime = Brand<Instant, 'OriginalRecordTime'>;

/** Who wants to import a history. `demoMode` is what the environment says. */
export type Importer = { readonly demoMode: boolean } | { readonly administrator: string };

/** The permit to import a history. Errors: `import/forbidden` outside demo mode, and for who does not administer the platform. */
export async function importPermit(
  importer: Importer,
): Promise<Result<ImportPermit, { readonly code: 'import/forbidden' }>> {
  const allowed =
    'demoMode' in importer ? importer.demoMode : await isPlatformAdministrator(importer.administrator);
  if (!allowed) return err({ code: 'import/forbidden' });
  const grantedTo = 'demoMode' in importer ? 'demo mode' : `user:${importer.administrator}`;
  return ok({ grantedTo } as ImportPermit);
}

/** Names an original record time. It lies in the past: throws where it is after `now`. */
export function originalRecordTime(permit: ImportPermit, at: Instant, now: Instant): OriginalRecordTime {
  if (at > now) throw new Error(`an import by ${permit.grantedTo} cannot have been recorded in the future`);
  return at as OriginalRecordTime;
}
