import type { OrgScope } from '../../custody/org-scope.ts';
import { cancelJob } from '../../store/cancel-job.ts';
import { type Job, loadJob } from '../../store/jobs.ts';
import { dropLabelFile, type LabelFile, labelPieces, loadLabelFile } from '../../store/label-files.ts';
import { LABEL_JOB } from './order-labels.ts';

/** A label job of the scope's organisation, with its file once it is whole, until it expires. */
export interface LabelJob {
  readonly job: Job;
  readonly file: LabelFile | undefined;
}

const ID = /^[0-9a-f]{32}$/;

/** How far a label job has come; `undefined` where the organisation has none of this id. */
export async function loadLabelJob(scope: OrgScope, id: string): Promise<LabelJob | undefined> {
  if (!ID.test(id)) return undefined;
  const job = await loadJob(scope, id);
  if (job?.kind !== LABEL_JOB) return undefined;
  return { job, file: await loadLabelFile(scope, id) };
}

/** Cancels a label job that is not over; what was made of its file goes. False where there is none. SSCCs that it took stay taken. */
export async function cancelLabelJob(scope: OrgScope, id: string): Promise<boolean> {
  if (!ID.test(id) || !(await cancelJob(scope, { id, kind: LABEL_JOB }))) return false;
  await dropLabelFile(id);
  return true;
}

/** The bytes of a file as a stream that is read from the database no quicker than it is taken. */
export function labelFileStream(file: LabelFile): ReadableStream<Uint8Array> {
  const pieces = labelPieces(file);
  return new ReadableStream({
    pull: async (stream) => {
      const piece = await pieces.next();
      if (piece.done) stream.close();
      else stream.enqueue(piece.value);
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
