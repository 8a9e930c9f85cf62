'use client';

import dynamic from 'next/dynamic';

/*
 * What few people ask for: it comes when they do, so that the answer comes sooner to everybody.
 */

export const LateProveButton = dynamic(async () => (await import('../proof/prove-button.tsx')).ProveButton, {
  ssr: false,
});

export const LateDoubtForm = dynamic(async () => (await import('./doubt-form.tsx')).DoubtForm, {
  ssr: false,
});
