import { offlineTexts } from '../texts/en/offline.ts';
import type { OfflineMark } from './pack-answer.ts';

/** That a device decided, and by how old a list. */
export function OfflineRemark({ mark }: { readonly mark: OfflineMark }) {
  const { listMadeAt, decidedAt } = mark;
  if (decidedAt === null) return null;
  return (
    <p className="font-medium text-lead">
      {listMadeAt === null
        ? offlineTexts.byNothing
        : offlineTexts.byList(Date.parse(listMadeAt), Date.parse(decidedAt))}
    </p>
  );
}
