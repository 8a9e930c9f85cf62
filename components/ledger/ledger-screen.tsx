import { OctagonAlert } from 'lucide-react';
import type { LedgerScreenRow } from '../../lib/queries/ledger-screen.ts';
import { numberText } from '../format/number-text.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { ledgerTexts } from '../texts/en/ledger.ts';
import { Card } from '../ui/card.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { BlockChain } from './block-chain.tsx';
import { CheckLogPanel } from './check-log-panel.tsx';
import { GrowthLine } from './growth-line.tsx';
import { LedgerKeys } from './ledger-keys.tsx';

/** Where the log is served (interfaces.md 3). */
const LOG_PATH = '/log';

/** The pulse in large: head, growth, blocks, keys, and beside them what all this proves and what it does not. */
export function LedgerScreen(props: LedgerScreenRow) {
  const { head, state, haltedBecause } = props;
  return (
    <>
      <PageHead title={ledgerTexts.title}>{ledgerTexts.intro}</PageHead>
      {state !== 'active' && (
        <p
          role="alert"
          className="mb-6 flex items-start gap-3 rounded-card bg-ink p-4 font-semibold text-canvas"
        >
          <OctagonAlert size={22} aria-hidden className="mt-0.5 shrink-0" />
          {haltedBecause === null ? ledgerTexts.states[state] : ledgerTexts.halted(haltedBecause)}
        </p>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {head ? (
            <Head head={head} origin={props.origin} />
          ) : (
            <EmptyState title={ledgerTexts.empty}>{ledgerTexts.emptyText}</EmptyState>
          )}
          <GrowthLine growth={props.growth} />
          <BlockChain blocks={props.blocks} olderHref={props.olderHref} />
          <LedgerKeys keys={props.keys} witnesses={props.witnesses} quorum={props.quorum} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 max-xl:grid max-xl:items-start md:max-xl:grid-cols-2">
          <CheckLogPanel logPath={LOG_PATH} />
          <Card>
            <Claims title={ledgerTexts.proves} claims={ledgerTexts.provesList} />
            <div className="mt-5 border-line border-t pt-5">
              <Claims title={ledgerTexts.provesNot} claims={ledgerTexts.provesNotList} />
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}

function Head({
  head,
  origin,
}: {
  readonly head: NonNullable<LedgerScreenRow['head']>;
  readonly origin: string;
}) {
  return (
    <Card>
      <p className="figures font-semibold text-verdict tracking-tight">{numberText(head.size)}</p>
      <p className="mb-5 text-ink-soft text-lead">{ledgerTexts.entries}</p>
      <FactList
        facts={[
          [ledgerTexts.signed, <TimeText key="signed" at={head.signedAt} />],
          [ledgerTexts.block, numberText(head.blockNumber)],
          [ledgerTexts.origin, origin],
        ]}
      />
      <p className="mt-4 text-ink-soft text-note">{ledgerTexts.root}</p>
      <p className="flex items-start gap-1">
        <code className="min-w-0 break-all font-mono" dir="ltr">
          {head.root}
        </code>
        <CopyButton value={head.root} what={controlTexts.identifiers.hash} />
      </p>
      <p className="mt-5 border-line border-t pt-4 text-ink-soft text-note">
        {ledgerTexts.filesText}{' '}
        {['checkpoint', 'policy', 'keys'].map((file) => (
          <a
            key={file}
            href={`${LOG_PATH}/${file}`}
            className="me-3 inline-block rounded-small font-mono text-brand underline underline-offset-4"
          >
            {`${LOG_PATH}/${file}`}
          </a>
        ))}
      </p>
    </Card>
  );
}

function Claims({ title, claims }: { readonly title: string; readonly claims: readonly string[] }) {
  return (
    <>
      <h2 className="mb-2 font-semibold text-lead">{title}</h2>
      <ul className="flex list-outside list-disc flex-col gap-2 ps-5 text-ink-soft">
        {claims.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
    </>
  );
}
