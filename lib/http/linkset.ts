import { env } from '../env.ts';
import { parseDigitalLink } from '../gs1/digital-link.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { problem } from './problem.ts';

/** GS1's vocabulary of link types (https://ref.gs1.org/voc/?show=linktypes). */
const VOCABULARY = 'https://ref.gs1.org/voc/';

/** Answers a request for the links of the Digital Link behind `/linkset`. Error: `link/not-a-product`. */
export function linksetResponse(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const links = linksetOf(env().baseUrl, pathname.replace(/^\/linkset/, '') + search);
  if (!links) return problem({ code: 'link/not-a-product' });
  const headers = {
    'content-type': 'application/linkset+json',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=3600',
    vary: 'Accept',
  };
  return Response.json(links, { headers });
}

/**
 * The links of what a Digital Link names (RFC 9264 section 4.2, GS1-Conformant Resolver Standard 1.1): the check that anybody may make,
 * here. It is made from the address alone, so it tells nothing of what is recorded. `undefined` where it is no link of a product.
 *
 * @param origin - of this site, without a slash at its end
 */
function linksetOf(origin: string, pathAndQuery: string): Json | undefined {
  const link = parseDigitalLink(`https://id.gs1.org${pathAndQuery}`);
  if (!link.ok || link.value.key.ai !== '01') return undefined;
  const { key, qualifiers } = link.value;
  const finest = qualifiers.findLast(({ ai }) => ai === '21') ?? qualifiers.findLast(({ ai }) => ai === '10');
  const anchor = canonicalUriOf({ key, ...(finest ? { qualifier: finest } : {}) });
  const check = {
    href: `${origin}${withoutLinkType(pathAndQuery)}`,
    title: 'Check this pack',
    type: 'text/html',
    hreflang: ['en'],
  };
  return {
    linkset: [
      {
        anchor,
        itemDescription: 'A pack whose record can be checked here',
        [`${VOCABULARY}defaultLink`]: [check],
        [`${VOCABULARY}verificationService`]: [check],
      },
    ],
  };
}

function withoutLinkType(pathAndQuery: string): string {
  const [path = '', query = ''] = pathAndQuery.split('?');
  const kept = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('linkType='));
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`;
}
