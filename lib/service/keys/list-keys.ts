import type { OrgScope } from '../../custody/org-scope.ts';
import { base64Of } from '../../kernel/base64.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { instantText } from '../../kernel/instant.ts';
import { type ActorKeyRow, loadActorKeys } from '../../store/actor-keys.ts';

/** The keys that the scope's organisation signs and has signed its events with, newest first, as the API shows them. */
export const listKeys = async (scope: OrgScope): Promise<readonly Json[]> =>
  (await loadActorKeys(scope)).map(keyJson);

const keyJson = (key: ActorKeyRow): Json => ({
  id: key.id,
  heldBy: key.holder === 'own' ? 'organisation' : 'platform',
  publicKey: base64Of(key.publicKey),
  begun: instantText(key.begunAt),
  ended: key.endedAt === undefined ? null : instantText(key.endedAt),
  compromisedSince: key.compromisedSince === undefined ? null : instantText(key.compromisedSince),
  replaces: key.replaces ?? null,
});
