import type { Grant } from '../../custody/visibility/grant.ts';
import { instantText } from '../../kernel/instant.ts';

/** A grant in one line. */
export function grantLine({ id, from, to, what, purpose, validFrom, validUntil, revokedAt }: Grant): string {
  const until = validUntil === undefined ? 'until it is revoked' : `until ${instantText(validUntil)}`;
  const ended = revokedAt === undefined ? '' : `, revoked ${instantText(revokedAt)}`;
  return `${id}  ${from} to ${to}, ${what.show} of ${subjectText(what)}, for ${purpose}, from ${instantText(validFrom)} ${until}${ended}`;
}

function subjectText({ event, gtin, lot, serial }: Grant['what']): string {
  const named = [
    ...(event === undefined ? [] : [`event ${event}`]),
    ...(gtin === undefined ? [] : [`product ${gtin}`]),
    ...(lot === undefined ? [] : [`batch ${lot}`]),
    ...(serial === undefined ? [] : [`serial ${serial}`]),
  ];
  return named.length === 0 ? 'everything it reports' : named.join(', ');
}
