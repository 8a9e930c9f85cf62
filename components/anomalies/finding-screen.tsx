import { ArrowLeft, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import type { FindingScreenRow } from '../../lib/queries/finding-screen.ts';
import { EvidenceLinks } from '../bundle/evidence-links.tsx';
import { EventLine } from '../pack/event-line.tsx';
import { Story } from '../pack/story.tsx';
import { findingBundleAddress, PAGE } from '../page-addresses.ts';
import { anomaliesTexts } from '../texts/en/anomalies.ts';
import { Card } from '../ui/card.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TimeText } from '../ui/time-text.tsx';
import type { FindingScreenProps } from './anomalies-data.ts';
import { findingStops } from './finding-stops.ts';
import { FindingSubjects } from './finding-subjects.tsx';
import { ObservationList } from './observation-list.tsx';

const { finding: texts, kinds, statuses } = anomaliesTexts;

/** One finding as a story: observed against expected, what could excuse it, the events, what to do. */
export function FindingScreen({ finding, logPath = '/log' }: FindingScreenProps) {
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <FindingHead finding={finding} />
      {finding.clearedBy && (
        <p className="flex items-start gap-3 rounded-card border border-line bg-surface p-4 sm:px-6">
          <CircleCheck size={20} aria-hidden className="mt-0.5 shrink-0 text-brand" />
          <span>
            <strong className="font-semibold">{texts.cleared}.</strong> {finding.clearedBy.text}
          </span>
        </p>
      )}
      {finding.photo && (
        <Card title={texts.photo}>
          {/* biome-ignore lint/performance/noImgElement: whoever may see it fetches it with their session; no optimiser may keep a copy */}
          <img
            src={finding.photo}
            alt={texts.photoAlt}
            className="max-h-[32rem] max-w-full rounded-control"
          />
        </Card>
      )}
      <div className="grid gap-6 md:grid-cols-2">
        <Card title={texts.observed}>
          <p className="whitespace-pre-line">{finding.observed}</p>
        </Card>
        <Card title={texts.expected}>
          <p className="whitespace-pre-line">{finding.expected}</p>
        </Card>
      </div>
      <Card title={texts.action} className="border-line-strong">
        <p className="text-lead">{finding.action}</p>
        <p className="mt-3 text-ink-soft">
          <strong className="font-semibold text-ink">{texts.clears}:</strong> {finding.clears}
        </p>
      </Card>
      <InnocentCauses causes={finding.innocent} />
      <Story stops={findingStops(finding)}>
        <Card title={texts.events}>
          {finding.events.length === 0 ? (
            <p className="text-ink-soft">{texts.noEvents}</p>
          ) : (
            <EventLine events={finding.events} logPath={logPath} />
          )}
        </Card>
        {finding.observations.length > 0 && (
          <Card title={texts.observations}>
            <ObservationList observations={finding.observations} />
          </Card>
        )}
      </Story>
      <FindingSubjects finding={finding} />
      <EvidenceLinks address={findingBundleAddress(finding.id)} />
    </div>
  );
}

function FindingHead({ finding }: { readonly finding: FindingScreenRow }) {
  return (
    <header>
      <Link
        href={PAGE.anomalies}
        className="mb-4 inline-flex min-h-8 items-center gap-1.5 rounded-small text-brand hover:underline"
      >
        <ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
        {texts.back}
      </Link>
      <h1 className="text-balance font-semibold text-title tracking-tight">{finding.title}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
        <SeverityMark severity={finding.severity} />
        <span>{kinds[finding.kind]}</span>
        <span className="font-semibold text-ink">{statuses[finding.status]}</span>
        <span>
          {texts.raised} <TimeText at={finding.raisedAt} />
        </span>
        <span>
          {texts.detector} {finding.detector}
        </span>
      </p>
    </header>
  );
}

/** What speaks for innocence stands as prominent as what speaks against it. */
function InnocentCauses({ causes }: { readonly causes: FindingScreenRow['innocent'] }) {
  return (
    <Card title={texts.innocent}>
      {causes.length === 0 ? (
        <p className="text-ink-soft">{texts.noInnocent}</p>
      ) : (
        <dl className="divide-y divide-line">
          {causes.map(({ cause, tested }) => (
            <div
              key={cause}
              className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[14rem_1fr]"
            >
              <dt className="font-medium">{cause}</dt>
              <dd className="text-ink-soft">{tested}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
