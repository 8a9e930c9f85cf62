'use client';

import { printedExpiryText } from '../format/date-text.ts';
import { packAddress } from '../page-addresses.ts';
import { offlineTexts } from '../texts/en/offline.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { FullScreen } from './full-screen.tsx';
import { OfflineRemark } from './offline-remark.tsx';
import type { PackAnswer } from './pack-answer.ts';
import { QuarantineSlip } from './quarantine-slip.tsx';
import type { ScanScreenProps } from './scan-data.ts';
import type { ScanEntry } from './scan-machine.ts';
import { VerdictActionBar } from './verdict-action-bar.tsx';
import { VERDICT_CLASS } from './verdict-badge.tsx';
import { VerdictButton } from './verdict-button.tsx';
import { sentenceOf, wordOfAnswer } from './verdict-sentence.ts';
import { VerdictSymbol } from './verdict-symbol.tsx';
import { WaitingBar } from './waiting-bar.tsx';

interface VerdictScreenProps {
  readonly label: string;
  readonly entry: ScanEntry;
  readonly answer: PackAnswer;
  readonly place: ScanScreenProps['place'];
  readonly maySupply: boolean;
  readonly waiting: boolean;
  /** A supply has been asked for and is on the way. */
  readonly busy: boolean;
  readonly onSupply: () => void;
  readonly onSetAside: () => void;
  readonly onScanAgain: () => void;
  readonly onNext: () => void;
}

const { actions, instructions } = scanTexts;

/** The verdict fills the screen: sign, word, one sentence, one action, which Enter does. */
export function VerdictScreen(props: VerdictScreenProps) {
  const { answer, maySupply, onNext } = props;
  const { verdict } = answer;
  const word = wordOfAnswer(answer, maySupply);
  return (
    <FullScreen label={props.label} tone={VERDICT_CLASS[verdict]} onLeave={onNext}>
      <div className="flex items-center gap-5 sm:gap-8">
        <VerdictSymbol verdict={verdict} className="size-20 shrink-0 sm:size-32" />
        <h2 className="font-semibold text-verdict uppercase tracking-tight">{word}</h2>
      </div>
      <PackWords {...props} />
      <p className="max-w-3xl text-pretty font-semibold text-title">{sentenceOf(answer)}</p>
      {answer.offline && <OfflineRemark mark={answer.offline} />}
      {verdict !== 'supply' && !answer.offline?.mayGoOn && <Instructions answer={answer} />}
      {props.waiting && verdict === 'supply' && !props.busy ? (
        <WaitingBar maySupply={maySupply} onSupply={props.onSupply} onSkip={onNext} />
      ) : (
        <VerdictActions {...props} />
      )}
      {verdict === 'set-aside' && <QuarantineSlip entry={props.entry} answer={answer} place={props.place} />}
    </FullScreen>
  );
}

function PackWords({ entry, answer }: Pick<VerdictScreenProps, 'entry' | 'answer'>) {
  const printed = entry.pack.expiry;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-lead">
      {answer.product && <strong className="font-semibold">{answer.product.name}</strong>}
      {answer.expiry && /^\d{4}-/.test(answer.expiry) ? (
        <ExpiryText date={answer.expiry} />
      ) : (
        <span>{printedExpiryText(printed)}</span>
      )}
      <span className="font-mono">{entry.pack.serial}</span>
    </p>
  );
}

function Instructions({ answer }: { readonly answer: PackAnswer }) {
  if (answer.verdict === 'supply') return null;
  const { alert } = answer;
  const told = alert.visibleTo.map((reader) => scanTexts.readers[reader] ?? reader).join(', ');
  return (
    <div className="max-w-3xl text-lead">
      <h3 className="font-semibold">{instructions.title}</h3>
      <ol className="mt-1 list-inside list-decimal">
        {instructions[answer.verdict].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="mt-3 text-body">
        {told === '' ? scanTexts.toldNobody[answer.verdict] : scanTexts.told(told)}
        {alert.id && ` · ${scanTexts.reference} ${alert.id}`}
      </p>
    </div>
  );
}

function VerdictActions(props: VerdictScreenProps) {
  const { answer, entry, maySupply, busy, onSupply, onSetAside, onScanAgain, onNext } = props;
  const { verdict } = answer;
  const supplies = verdict === 'supply' && maySupply;
  const [label, act] = {
    supply: supplies ? ([actions.supply, onSupply] as const) : ([actions.next, onNext] as const),
    // Without a connection another scan would say the same.
    rescan: answer.offline
      ? ([actions.putAway, onNext] as const)
      : ([actions.scanAgain, onScanAgain] as const),
    'set-aside': [actions.setAside, onSetAside] as const,
  }[verdict];
  return (
    <VerdictActionBar>
      <VerdictButton verdict={verdict} main busy={busy} onPress={act}>
        {label}
      </VerdictButton>
      {supplies && (
        <VerdictButton verdict={verdict} onPress={onNext}>
          {actions.verifyOnly}
        </VerdictButton>
      )}
      {answer.offline?.mayGoOn && maySupply && (
        <VerdictButton verdict={verdict} busy={busy} onPress={onSupply}>
          {offlineTexts.supplyUnchecked}
        </VerdictButton>
      )}
      {verdict === 'set-aside' && (
        <>
          <VerdictButton verdict={verdict} onPress={() => window.print()}>
            {actions.print}
          </VerdictButton>
          <VerdictButton verdict={verdict} onPress={onScanAgain}>
            {actions.scanAgain}
          </VerdictButton>
        </>
      )}
      {mayReadStory(answer) && (
        <PageLink
          href={packAddress(entry.pack.gtin, entry.pack.serial)}
          className="rounded-small px-2 py-3 underline underline-offset-4 focus-visible:outline-current"
        >
          {actions.details}
        </PageLink>
      )}
    </VerdictActionBar>
  );
}

/** Who holds the pack, or took part in its latest step, finds its story; to anybody else the page would say that nothing is here. */
const mayReadStory = ({ verdict, ledger, offline }: PackAnswer): boolean =>
  (verdict === 'supply' && !offline) || (ledger !== null && ledger.receipt !== null);
