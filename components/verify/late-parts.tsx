'use client';

import dynamic from 'next/dynamic';
import { verifyTexts } from '../texts/en/verify.ts';

/*
 * What few people ask for: it comes when they do, so that the answer comes sooner to everybody.
 */

export const LateProveButton = dynamic(async () => (await import('../proof/prove-button.tsx')).ProveButton, {
  ssr: false,
});

export const LateDoubtForm = dynamic(async () => (await import('./doubt-form.tsx')).DoubtForm, {
  ssr: false,
  loading: () => <h1 className="font-semibold text-title tracking-tight">{verifyTexts.doubt.title}</h1>,
});
