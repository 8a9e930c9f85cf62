import { ArrowRight, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { HomeRow, NeedRow } from '../../lib/queries/home.ts';
import type { FrameRole } from '../frame/frame-data.ts';
import { PlaceIcon } from '../frame/place-icon.tsx';
import { firstPlaceOfRole, placesOfRole } from '../frame/places-of-role.ts';
import { PAGE } from '../page-addresses.ts';
import { homeTexts } from '../texts/en/home.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LedgerState } from '../ui/ledger-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { TimeText } from '../ui/time-text.tsx';

/** What waits for a person, what to begin, and what was recorded last. One screen, no counters for show. */
export function HomeScreen({ role, place, needs, recent }: HomeRow) {
  return (
    <div className="mx-auto max-w-5xl">
      <PageHead title={homeTexts.title}>{place}</PageHead>
      {needs.length === 0 ? (
        <Nothing role={role} isNew={recent.length === 0} />
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {needs.map((need) => (
            <Need key={`${need.kind} ${need.href}`} need={need} />
          ))}
        </ul>
      )}
      <Beginnings role={role} />
      <Card title={homeTexts.recent}>
        {recent.length === 0 && <p className="text-ink-soft">{homeTexts.recentNone}</p>}
        <ul className="divide-y divide-line">
          {recent.map(({ id, at, timeZone, text, href, ledger }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0">
              <span className="min-w-0 grow basis-64">
                {href === null ? (
                  text
                ) : (
                  <Link
                    prefetch={false}
                    href={href}
                    className="rounded-small underline-offset-4 hover:underline"
                  >
                    {text}
                  </Link>
                )}
              </span>
              <span className="flex flex-wrap items-center gap-x-4 text-ink-soft text-note">
                <LedgerState status={ledger} index={null} />
                <TimeText at={at} siteZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** Nothing waits: for who has not recorded anything yet, where to begin. */
function Nothing({ role, isNew }: { readonly role: FrameRole; readonly isNew: boolean }) {
  const first = isNew ? firstPlaceOfRole(role) : undefined;
  return first === undefined ? (
    <EmptyState title={homeTexts.nothing}>{homeTexts.nothingText}</EmptyState>
  ) : (
    <EmptyState
      title={homeTexts.first.title}
      action={
        <Link href={PAGE[first]} className={buttonClass('primary')}>
          {homeTexts.begin[first]}
        </Link>
      }
    >
      {homeTexts.first.action[first]}
    </EmptyState>
  );
}

function Need({ need: { kind, count, href, first } }: { readonly need: NeedRow }) {
  return (
    <li>
      <Link
        prefetch={false}
        href={href}
        className="flex items-center gap-4 px-4 py-4 -outline-offset-2 hover:bg-sunken sm:px-6"
      >
        <span className="min-w-0 grow">
          <span className="figures block font-semibold text-lead">{homeTexts.needs[kind](count)}</span>
          {first !== null && <span className="block text-ink-soft">{first}</span>}
        </span>
        <ChevronRight size={20} aria-hidden className="shrink-0 text-ink-soft rtl:-scale-x-100" />
      </Link>
    </li>
  );
}

/** What this role begins most often. */
function Beginnings({ role }: { readonly role: FrameRole }) {
  const places = placesOfRole(role).flatMap(({ name, href }) =>
    name === 'home' || name === 'packs' ? [] : [{ name, href }],
  );
  return (
    <ul className="my-6 grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-3">
      {places.map(({ name, href }) => (
        <li key={name}>
          <Link
            prefetch={false}
            href={href}
            className="group flex min-h-14 items-center gap-3 rounded-card border border-line bg-surface px-4 hover:border-brand"
          >
            <span className="text-brand">
              <PlaceIcon name={name} />
            </span>
            <span className="grow font-medium">{homeTexts.begin[name]}</span>
            <ArrowRight
              size={16}
              aria-hidden
              className="text-ink-soft transition-transform group-hover:translate-x-0.5 rtl:-scale-x-100"
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}
