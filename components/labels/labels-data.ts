import type { LabelForm } from '../../lib/gs1/labels/label-form.ts';
import type { LabelJobRow } from '../../lib/queries/label-screens.ts';
import type { ActionAnswer } from '../ui/problem-data.ts';

/** What labels are to be made of. */
export type LabelRequest =
  | {
      readonly labels: 'packs';
      readonly gtin: string;
      readonly batch: string;
      readonly form: LabelForm;
      readonly from?: string;
      readonly most: number;
    }
  | { readonly labels: 'ssccs'; readonly count: number; readonly form: LabelForm };

/** Orders labels; gives the job that makes their file. */
export type OrderLabels = (
  request: LabelRequest,
  requestId: string,
) => Promise<ActionAnswer<{ readonly jobId: string }>>;

/** Where the file of a job stands. */
export type AskLabels = (jobId: string) => Promise<ActionAnswer<LabelJobRow>>;
