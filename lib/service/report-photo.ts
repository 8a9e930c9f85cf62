import type { OrgScope } from '../custody/org-scope.ts';
import { loadReportPhoto, type ReportPhoto } from '../store/public-reports.ts';

/** As findings are named. */
const NAME = /^[!-~]{1,100}$/;

/** The photo of a report that became the finding; `undefined` for who may not see it, and where there is none. */
export const reportPhoto = async (scope: OrgScope, finding: string): Promise<ReportPhoto | undefined> =>
  NAME.test(finding) ? loadReportPhoto(scope, finding) : undefined;
