'use client';

import { Check, Printer } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { TypedScan } from '../../../lib/scan/typed-scan.ts';
import { PAGE } from '../../page-addresses.ts';
import { selfTestTexts as texts } from '../../texts/en/self-test.ts';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { keepProfile } from '../kept-profile.ts';
import { giveSignal } from '../signals.ts';
import { useKeystrokes } from '../use-keystrokes.ts';
import { afterScan, type SelfTestState } from './self-test-machine.ts';
import type { SelfTestPicture } from './self-test-picture.ts';
import { SelfTestResult } from './self-test-result.tsx';
import { SelfTestSheet } from './self-test-sheet.tsx';

/** The steps that show a code, in their order. */
const STEPS = ['first', 'second', 'proof'] as const;

/** Twenty seconds per workstation: three codes are scanned, and what the scanner does to them is told in words. */
export function SelfTestScreen({ pictures }: { readonly pictures: readonly SelfTestPicture[] }) {
  const [state, setState] = useState<SelfTestState>({ at: 'first' });
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);

  const take = (typed: TypedScan) => {
    const next = afterScan(state, typed, new Date().toISOString());
    if (next === state) return;
    setState(next);
    const failed = next.at === 'done' && !next.profile;
    giveSignal(failed ? 'rescan' : 'done', true);
    if (next.at === 'done') keepProfile(next.profile);
  };
  useKeystrokes((_, typed) => take(typed), take);

  const shown = pictures.find(({ id }) => id === state.at);
  return (
    <>
      <PageHead
        title={texts.title}
        action={
          <Button onClick={() => window.print()}>
            <Printer size={18} aria-hidden />
            {texts.print}
          </Button>
        }
      >
        {texts.intro}
      </PageHead>
      <div className="flex flex-col gap-6">
        <Steps at={state.at} />
        {shown && <CodeToScan picture={shown} />}
        {state.at === 'done' && (
          <SelfTestResult findings={state.findings} kept={state.profile !== undefined} />
        )}
        <div className="flex flex-wrap gap-3">
          {state.at !== 'first' && (
            <Button
              kind={state.at === 'done' && !state.profile ? 'primary' : 'secondary'}
              onClick={() => setState({ at: 'first' })}
            >
              {texts.again}
            </Button>
          )}
          <Link
            href={PAGE.scan}
            className={buttonClass(state.at === 'done' && state.profile ? 'primary' : 'quiet')}
          >
            {texts.back}
          </Link>
        </div>
      </div>
      {mounted && <SelfTestSheet pictures={pictures} />}
    </>
  );
}

/** Which code is awaited, and which came. */
function Steps({ at }: { readonly at: SelfTestState['at'] }) {
  const awaited = at === 'done' ? STEPS.length : STEPS.indexOf(at);
  return (
    <ol className="flex flex-wrap gap-2">
      {STEPS.map((step, place) => (
        <li
          key={step}
          aria-current={step === at ? 'step' : undefined}
          className={joinClasses(
            'flex items-center gap-2 rounded-full border px-3 py-1 text-note',
            step === at ? 'border-brand font-semibold' : 'border-line text-ink-soft',
          )}
        >
          {place < awaited && <Check size={16} aria-label={texts.came} />}
          {texts.steps[step]}
        </li>
      ))}
    </ol>
  );
}

/** One code, dark on white whatever the page's colours are, with room around it. */
function CodeToScan({ picture }: { readonly picture: SelfTestPicture }) {
  return (
    <figure className="w-fit max-w-full rounded-card border border-line bg-white p-6 sm:p-10">
      {/* biome-ignore lint/performance/noImgElement: a drawing that came with the page needs no image server */}
      <img
        src={picture.address}
        alt={texts.picture(texts.steps[picture.id])}
        className="size-60 max-w-full sm:size-72"
      />
      <figcaption aria-live="polite" className="mt-6 max-w-72 text-black">
        {texts.ready}
      </figcaption>
    </figure>
  );
}
