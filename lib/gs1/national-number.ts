import type { AiValue } from './gs1-id.ts';

/** A number a country gave a medicine, as it travels beside the GTIN (General Specifications 3.8.7, AI 710 to 717). */
export interface NationalNumber {
  readonly ai: string;
  /** ISO 3166-1 alpha-2; absent for the SRN, the registration number of a manufacturer of devices. */
  readonly country?: string;
  /** What the country calls it. */
  readonly name: string;
  readonly number: string;
  /** False where the number has a check digit of its own that does not match. A note, never a reason to refuse the pack. */
  readonly sound: boolean;
}

interface Scheme {
  readonly country?: string;
  readonly name: string;
  /** Judges what the country publishes of its numbers; absent where it publishes nothing. */
  readonly isSound?: (number: string) => boolean;
}

/** Is it a PZN-8? The digits are weighed 1 to 7 from the left, and their sum modulo 11 is the eighth; a remainder of ten is never given out (IFA). */
export function isSoundPzn(number: string): boolean {
  if (!/^\d{8}$/.test(number)) return false;
  let sum = 0;
  for (let i = 0; i < 7; i++) sum += Number(number[i]) * (i + 1);
  return sum % 11 === Number(number[7]);
}

const NATIONAL: Readonly<Record<string, Scheme>> = {
  '710': { country: 'DE', name: 'PZN', isSound: isSoundPzn },
  '711': { country: 'FR', name: 'CIP' },
  '712': { country: 'ES', name: 'CN' },
  '713': { country: 'BR', name: 'DRN' },
  '714': { country: 'PT', name: 'AIM' },
  '715': { country: 'US', name: 'NDC' },
  '716': { country: 'IT', name: 'AIC' },
  '717': { name: 'SRN' },
};

/** The national numbers among elements, in their order. They stand beside the GTIN and never replace it. */
export const nationalNumbersIn = (elements: readonly AiValue[]): readonly NationalNumber[] =>
  elements.flatMap(({ ai, value }) => {
    const scheme = Object.hasOwn(NATIONAL, ai) ? NATIONAL[ai] : undefined;
    if (!scheme) return [];
    const { country, name, isSound } = scheme;
    const sound = isSound?.(value) ?? true;
    return [{ ai, ...(country && { country }), name, number: value, sound }];
  });
