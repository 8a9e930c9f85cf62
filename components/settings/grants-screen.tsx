import type { GrantListRow, GrantsRow } from '../../lib/queries/grants-screen.ts';
import { PAGE } from '../page-addresses.ts';
import { grantsTexts } from '../texts/en/grants.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { addressWith } from '../ui/address-with.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LedgerState } from '../ui/ledger-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';
import type { ActionAnswer } from '../ui/problem-data.ts';
import { TimeText } from '../ui/time-text.tsx';
import { GrantForm, type GrantFormProps } from './grant-form.tsx';
import { SettingsNav } from './settings-nav.tsx';

interface GrantsScreenProps {
  readonly grants: GrantsRow;
  readonly isFirst: boolean;
  readonly give: GrantFormProps['give'];
  /** Reads `id`. */
  readonly end: (form: FormData) => Promise<ActionAnswer<null>>;
}

/** Grants given and received, with what was seen by them; and, for who may, the form that gives one. */
export function GrantsScreen({ grants, isFirst, give, end }: GrantsScreenProps) {
  const nextHref =
    grants.nextAfter === null ? null : addressWith(PAGE.settingsGrants, { after: grants.nextAfter });
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={grantsTexts.title}>{grantsTexts.intro}</PageHead>
      <SettingsNav isAdmin />
      <div className="flex flex-col gap-6">
        {grants.receivers.length > 0 && <GrantForm receivers={grants.receivers} give={give} />}
        {grants.grants.length === 0 ? (
          <EmptyState title={grantsTexts.none}>{grantsTexts.noneText}</EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {grants.grants.map((grant) => (
              <GrantItem key={grant.id} grant={grant} end={end} />
            ))}
          </ul>
        )}
      </div>
      <Pager firstHref={isFirst ? null : PAGE.settingsGrants} nextHref={nextHref} />
    </div>
  );
}

function GrantItem({ grant, end }: { readonly grant: GrantListRow; readonly end: GrantsScreenProps['end'] }) {
  const { id, isGiven, party, state, stated } = grant;
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 px-4 py-4 sm:px-6">
      <div className="min-w-0">
        <p className="font-medium">{isGiven ? grantsTexts.given(party) : grantsTexts.received(party)}</p>
        <p>
          {subjectOf(grant)} ({grantsTexts.shows[grant.show]}), {grantsTexts.purposes[grant.purpose]}
        </p>
        <Period grant={grant} />
        <p className="mt-1 flex flex-wrap gap-x-4 text-ink-soft text-note">
          <span>
            {grant.uses === 0 ? grantsTexts.unused : grantsTexts.uses(grant.uses)}
            {grant.lastUsedAt !== null && (
              <>
                , {grantsTexts.last} <TimeText at={grant.lastUsedAt} />
              </>
            )}
          </span>
          {stated && <LedgerState {...stated} />}
        </p>
      </div>
      {isGiven && (state === 'open' || state === 'later') && (
        <ActionForm
          action={end}
          submit={grantsTexts.end}
          kind="secondary"
          size="small"
          done={grantsTexts.ended}
          label={grantsTexts.endLabel(party)}
          className="flex flex-col gap-2"
        >
          <input type="hidden" name="id" value={id} />
        </ActionForm>
      )}
    </li>
  );
}

function Period({ grant: { state, validFrom, validUntil, revokedAt } }: { readonly grant: GrantListRow }) {
  return (
    <p className="text-ink-soft text-note">
      <strong className="font-semibold text-ink">{grantsTexts.states[state]}</strong>{' '}
      {revokedAt === null ? (
        <>
          · {grantsTexts.from} <TimeText at={validFrom} />{' '}
          {validUntil === null ? (
            grantsTexts.open
          ) : (
            <>
              {grantsTexts.until} <TimeText at={validUntil} />
            </>
          )}
        </>
      ) : (
        <TimeText at={revokedAt} />
      )}
    </p>
  );
}

function subjectOf({ event, gtin, batch, serial }: GrantListRow): string {
  const named = (
    [
      ['event', event],
      ['product', gtin],
      ['batch', batch],
      ['serial', serial],
    ] as const
  ).flatMap(([name, value]) => (value === null ? [] : [`${grantsTexts[name]} ${value}`]));
  return named.length === 0 ? grantsTexts.everything : named.join(', ');
}
