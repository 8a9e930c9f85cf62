import type { LabelOrderError } from '../service/labels/order-labels.ts';
import type { ApiError } from './api-error.ts';
import { recordProblem } from './record-problem.ts';

/** Why labels are not made, as an error of the API. */
export function labelProblem(error: LabelOrderError): ApiError {
  switch (error.code) {
    case 'capture/not-yours':
      return recordProblem(error);
    case 'labels/count':
      return {
        code: error.code,
        detail: `From 1 to ${error.most} are made at once.`,
        members: { most: error.most },
      };
    default:
      return { code: error.code };
  }
}
