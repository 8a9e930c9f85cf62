import type { KeysRow } from '../../lib/queries/keys-screen.ts';
import { keysTexts } from '../texts/en/keys.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import type { ActionAnswer } from '../ui/problem-data.ts';
import { TimeText } from '../ui/time-text.tsx';
import { KeyForm, type KeyFormProps } from './key-form.tsx';
import { SettingsNav } from './settings-nav.tsx';

interface KeysScreenProps {
  readonly keys: KeysRow;
  readonly make: KeyFormProps['make'];
  /** Reads `id`. */
  readonly revoke: (form: FormData) => Promise<ActionAnswer<null>>;
}

/** The API keys of an organisation: made, last used, revoked. */
export function KeysScreen({ keys, make, revoke }: KeysScreenProps) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={keysTexts.title}>{keysTexts.intro}</PageHead>
      <SettingsNav isAdmin />
      <div className="flex flex-col gap-6">
        {keys.keys.length === 0 ? (
          <EmptyState title={keysTexts.none}>{keysTexts.noneText}</EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {keys.keys.map((key) => (
              <KeyItem key={key.id} apiKey={key} revoke={revoke} />
            ))}
          </ul>
        )}
        <Card title={keysTexts.make.title}>
          <KeyForm places={keys.places} scopes={keys.scopes} make={make} />
        </Card>
      </div>
    </div>
  );
}

function KeyItem({
  apiKey: { id, name, place, scopes, expiresAt, lastUsedAt, state },
  revoke,
}: {
  readonly apiKey: KeysRow['keys'][number];
  readonly revoke: KeysScreenProps['revoke'];
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-6">
      <span className="min-w-0">
        <span className="font-medium">{name}</span>
        <code className="ms-2 font-mono text-ink-soft text-note">{id}</code>
        <span className="block text-note">
          {keysTexts.states[state]} · {keysTexts.at} {place ?? keysTexts.whole} · {keysTexts.may}{' '}
          {scopes.join(', ')}
        </span>
        <span className="block text-ink-soft text-note">
          {keysTexts.until} <TimeText at={expiresAt} /> ·{' '}
          {lastUsedAt === null ? (
            keysTexts.neverUsed
          ) : (
            <>
              {keysTexts.used} <TimeText at={lastUsedAt} />
            </>
          )}
        </span>
      </span>
      {state === 'active' && (
        <ActionForm
          action={revoke}
          submit={keysTexts.revoke}
          kind="secondary"
          size="small"
          done={keysTexts.revoked}
          label={keysTexts.revokeLabel(name)}
          className="flex flex-col gap-2"
        >
          <input type="hidden" name="id" value={id} />
        </ActionForm>
      )}
    </li>
  );
}
