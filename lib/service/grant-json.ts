import type { Grant } from '../custody/visibility/grant.ts';
import type { JsonObject } from '../epcis/epcis-event.ts';
import { type Instant, instantText } from '../kernel/instant.ts';

/** A grant as the interface and the command line tell it. */
export function grantJson({ id, from, to, what, purpose, ...period }: Grant): JsonObject {
  return {
    id,
    from,
    to,
    show: what.show,
    event: what.event ?? null,
    gtin: what.gtin ?? null,
    batch: what.lot ?? null,
    serial: what.serial ?? null,
    purpose,
    validFrom: instantText(period.validFrom),
    validUntil: timeOrNull(period.validUntil),
    revokedAt: timeOrNull(period.revokedAt),
  };
}

const timeOrNull = (at: Instant | undefined): string | null => (at === undefined ? null : instantText(at));
