import { loadPublishedCheckpoint } from '../../store/ledger-checkpoints.ts';
import { type LogFile, logText } from './log-file.ts';

/** The signed head that is published (C2SP tlog-checkpoint); `undefined` before the first. */
export async function checkpointFile(): Promise<LogFile | undefined> {
  const checkpoint = await loadPublishedCheckpoint();
  return checkpoint && logText(checkpoint.note);
}
