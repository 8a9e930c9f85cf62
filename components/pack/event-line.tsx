import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { stepId } from '../map/step-id.ts';
import { ProveButton } from '../proof/prove-button.tsx';
import { bundleTexts } from '../texts/en/bundle.ts';
import { packTexts } from '../texts/en/pack.ts';
import { joinClasses } from '../ui/join-classes.ts';
import { LedgerState } from '../ui/ledger-state.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { EraseForm } from './erase-form.tsx';
import type { EraseFields, EventPlace, PackEventData } from './pack-data.ts';
import { timeGapText } from './time-gap.ts';

/** One line of time: every event with who, where, when said and when recorded, and its proof. Oldest first. */
export function EventLine({
  events,
  logPath,
  erase,
}: {
  readonly events: readonly PackEventData[];
  readonly logPath: string;
  readonly erase?: EraseFields;
}) {
  return (
    <ol>
      {events.map((event, at) => (
        <EventRow
          key={event.id}
          event={event}
          last={at === events.length - 1}
          logPath={logPath}
          {...(erase && { erase })}
        />
      ))}
    </ol>
  );
}

interface EventRowProps {
  readonly event: PackEventData;
  readonly last: boolean;
  readonly logPath: string;
  readonly erase?: EraseFields;
}

function EventRow({ event, last, logPath, erase }: EventRowProps) {
  const applied = event.effect !== 'without-effect';
  const zone = event.where?.timeZone;
  return (
    <li
      id={stepId(event.id)}
      data-steps={event.id}
      className="group/step relative grid scroll-mt-20 grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 pb-8 last:pb-0"
    >
      <Marker applied={applied} last={last} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h3 className="font-semibold text-lead decoration-2 decoration-brand underline-offset-4 group-data-lit/step:underline">
            {packTexts.actions[event.act] ?? packTexts.unknownAct}
            {!applied && <span className="ms-2 font-normal text-body">· {packTexts.withoutEffect}</span>}
          </h3>
          <TimeText at={event.eventTime} siteZone={zone} />
        </div>
        <p className="text-ink-soft">
          {event.who ?? packTexts.someone}
          {' · '}
          {placeText(event.where)}
        </p>
        {event.ledger && <RecordedAt event={event} />}
        {!applied && <Aside>{packTexts.withoutEffectText}</Aside>}
        {event.flags.map(({ code, text }) => (
          <Aside key={code}>{text}</Aside>
        ))}
        {event.ledger && (
          <>
            <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
              <LedgerState {...event.ledger} />
              <span className="text-ink-soft text-note">{packTexts.signedBy[event.signedBy]}</span>
            </div>
            <div className="mt-3">
              <ProveButton event={event} logPath={logPath} />
            </div>
          </>
        )}
        {event.erased.length > 0 && (
          <Aside>
            {bundleTexts.erased}: <span className="break-all">{event.erased.join(', ')}</span>
          </Aside>
        )}
        {event.document !== null && <DocumentOf text={event.document} />}
        {erase && event.erasable.length > 0 && (
          <EraseForm event={event.id} fields={event.erasable} erase={erase} />
        )}
      </div>
    </li>
  );
}

/** Solid for what moved the pack, dashed for what did not; the line runs on to the next event. */
function Marker({ applied, last }: { readonly applied: boolean; readonly last: boolean }) {
  return (
    <div aria-hidden className="relative flex justify-center">
      {!last && <span className="absolute top-4 -bottom-11 w-0.5 bg-line" />}
      <span
        className={joinClasses(
          'relative mt-1.5 size-4 rounded-full border-2',
          applied ? 'border-brand bg-brand' : 'border-line-strong border-dashed bg-surface',
        )}
      />
    </div>
  );
}

function RecordedAt({ event }: { readonly event: PackEventData }) {
  const gap = timeGapText(event.eventTime, event.recordTime);
  return (
    <p className="flex flex-wrap gap-x-2 text-ink-soft text-note">
      {packTexts.recorded} <TimeText at={event.recordTime} siteZone={event.where?.timeZone} />
      {gap && <strong className="font-semibold text-ink">{gap}</strong>}
    </p>
  );
}

const Aside = ({ children }: { readonly children: ReactNode }) => (
  <p className="mt-2 border-line-strong border-s-4 ps-3 text-note">{children}</p>
);

function placeText(where: EventPlace | null): string {
  const parts = [where?.name, where?.city, where?.country].filter((part) => part);
  return parts.length > 0 ? parts.join(', ') : packTexts.somewhere;
}

function DocumentOf({ text }: { readonly text: string }) {
  return (
    <details className="group mt-3">
      <summary className="flex list-none items-center gap-1 rounded-small font-medium text-brand text-note">
        {packTexts.document}
        <ChevronDown size={14} aria-hidden className="transition-transform group-open:rotate-180" />
      </summary>
      <textarea
        readOnly
        value={text}
        aria-label={packTexts.document}
        rows={16}
        spellCheck={false}
        dir="ltr"
        className="mt-2 w-full rounded-control border border-line bg-sunken p-4 font-mono text-note"
      />
    </details>
  );
}
