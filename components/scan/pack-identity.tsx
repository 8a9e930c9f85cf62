import { parseExpiry } from '../../lib/gs1/expiry.ts';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { Identifier } from '../ui/identifier.tsx';
import type { ScannedPack } from './scanned-pack.ts';

/** The four parts of a pack's identity, as they were read. */
export function PackIdentity({ pack, thisYear }: { readonly pack: ScannedPack; readonly thisYear: number }) {
  const expiry = parseExpiry(pack.expiry, thisYear);
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Identifier kind="gtin" value={pack.gtin} copy={false} />
      <Identifier kind="serial" value={pack.serial} />
      <Identifier kind="batch" value={pack.batch} copy={false} />
      {expiry.ok && <ExpiryText date={expiry.value.date} />}
    </span>
  );
}
