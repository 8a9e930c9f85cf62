import type { Sscc } from '../sscc.ts';
import type { Label } from './label.ts';

/** The label of a case or pallet: its SSCC (General Specifications 6.6.2, the one thing that a logistic label must carry). */
export const logisticLabel = (sscc: Sscc): Label => ({
  kind: 'logistic',
  elements: [{ ai: '00', value: sscc }],
  lines: [`(00) ${sscc}`],
});
