import { scanTexts } from '../texts/en/scan.ts';
import type { PackOutcome } from './pack-answer.ts';
import type { ScanScreenProps } from './scan-data.ts';
import type { AskedChange, ScanEntry } from './scan-machine.ts';

/** The code of the problem that stands for “no answer came”. */
const NO_CONNECTION = 'scan/no-connection';

/** Asks the server, and turns a failed connection into an outcome like any other. */
export async function askRegister(
  { verify, change: carryOut }: Pick<ScanScreenProps, 'verify' | 'change'>,
  { pack, requestId }: ScanEntry,
  change: AskedChange | undefined,
): Promise<PackOutcome> {
  try {
    return change
      ? await carryOut(pack, change.target, change.reason, change.requestId)
      : await verify(pack, pack.mode, requestId);
  } catch {
    const { connection: title, connectionDetail: detail } = scanTexts.failed;
    return { kind: 'problem', problem: { code: NO_CONNECTION, title, detail } };
  }
}

/** True where the question may not have arrived, so that it must be kept and asked again. */
export const isUnanswered = (outcome: PackOutcome): boolean =>
  outcome.kind === 'problem' &&
  (outcome.problem.code === NO_CONNECTION || (outcome.problem.status ?? 0) >= 500);
