import type { PlacedAi } from '../../lib/gs1/digital-link-path.ts';

/** The SSCC of a code that says nothing else than a logistic unit, and perhaps what is in it. */
export const unitIn = (elements: readonly PlacedAi[]): string | undefined =>
  elements.find(({ ai }) => ai === '00')?.value;
