import { instantText } from '../../kernel/instant.ts';
import { platformScope } from '../../service/platform-scope.ts';
import { loadApiKeys } from '../../store/api-keys.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';
import { tableLines } from './table-lines.ts';

/** The API keys of an organisation; never their texts, which nobody has kept. */
export const listKeys: AdminRun = async (input) => {
  const { gln: organisation } = await registeredOrganisation(input);
  const scope = await platformScope({ organisation, location: undefined, actor: 'platform:cli' });
  const keys = scope ? await loadApiKeys(scope) : [];
  const rows = keys.map((key) => ({
    ...key,
    createdAt: instantText(key.createdAt),
    expiresAt: instantText(key.expiresAt),
    revokedAt: key.revokedAt === undefined ? undefined : instantText(key.revokedAt),
    lastUsedAt: key.lastUsedAt === undefined ? undefined : instantText(key.lastUsedAt),
  }));
  return {
    lines: tableLines(
      ['ID', 'NAME', 'LOCATION', 'ROLE', 'SCOPES', 'UNTIL', 'REVOKED', 'LAST USED'],
      rows.map((row) => [
        row.id,
        row.name,
        row.location,
        row.userRole,
        row.scopes.join(' '),
        row.expiresAt,
        row.revokedAt,
        row.lastUsedAt,
      ]),
    ),
    json: rows,
  };
};
