import type { OrgScope } from '../../custody/org-scope.ts';
import { platformScope } from '../platform-scope.ts';
import type { DemoSite } from './demo-organisation.ts';

/** In whose name the demo world does something at one of its sites; throws before the site is registered. */
export async function demoScope(site: Pick<DemoSite, 'organisation' | 'gln'>): Promise<OrgScope> {
  const scope = await platformScope({
    organisation: site.organisation,
    location: site.gln,
    actor: 'platform:demo',
  });
  if (!scope) throw new Error('the sites of the demo world are registered first');
  return scope;
}
