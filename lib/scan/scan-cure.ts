import { assertNever } from '../kernel/assert-never.ts';
import type { ScanCure, ScanProblem, ScanSource } from './scan-fault.ts';

const setScanner = (setting: Extract<ScanCure, { do: 'set-scanner' }>['setting']): ScanCure => ({
  do: 'set-scanner',
  setting,
});

/** What mends a fault, by its cause and by how the text was read. */
export function scanCure(problem: ScanProblem, source: ScanSource): ScanCure {
  const again: ScanCure = source === 'manual' ? { do: 'retype' } : { do: 'scan-again' };
  switch (problem.code) {
    case 'scan/empty':
    case 'scan/cut-off':
      return again;
    case 'scan/not-gs1-symbol':
    case 'scan/product-only':
    case 'scan/web-address':
    case 'scan/format-06':
    case 'scan/other-system':
      return { do: 'scan-the-datamatrix' };
    case 'scan/separator-replaced':
    case 'scan/separator-lost':
      return source === 'manual' ? again : setScanner('send-group-separator');
    case 'scan/data':
      // A camera's decoder corrects errors by itself: what it delivers is what was printed.
      return source === 'camera' ? { do: 'set-aside' } : again;
    default:
      return wedgeCure(problem);
  }
}

/** What mends the faults that only a scanner that types can have. */
function wedgeCure(
  problem: Extract<
    ScanProblem,
    {
      code:
        | 'scan/letter-case'
        | 'scan/caps-lock'
        | 'scan/keyboard-layout'
        | 'scan/added-text'
        | 'scan/doubled'
        | 'scan/slow'
        | 'scan/unlike-self-test';
    }
  >,
): ScanCure {
  switch (problem.code) {
    case 'scan/letter-case':
      return setScanner('letter-case');
    case 'scan/caps-lock':
      return { do: 'switch-off-caps-lock' };
    case 'scan/keyboard-layout':
      return setScanner('keyboard-language');
    case 'scan/added-text':
      return setScanner('no-added-text');
    case 'scan/doubled':
      return setScanner('send-once');
    case 'scan/slow':
      return setScanner('faster');
    case 'scan/unlike-self-test':
      return { do: 'repeat-self-test' };
    default:
      return assertNever(problem);
  }
}
