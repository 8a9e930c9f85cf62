import type { Bundle, BundleLink, BundleSubject } from './bundle.ts';
import { BundleRefusal } from './bundle-fault.ts';
import type { ProvenEntry } from './check-entry.ts';

/** One event of one subject's history. */
interface Step {
  readonly id: string;
  readonly link: BundleLink | undefined;
  readonly place: string;
}

/**
 * Checks that the entries stand in the order of the log, each event once, and that each subject's links lead from one event to the next:
 * one that is called whole begins with the object's first event and leaves none out. Gives the number of events of each subject. Throws
 * {@link BundleRefusal}.
 */
export function checkHistories(bundle: Bundle, proven: readonly ProvenEntry[]): readonly number[] {
  checkOrder(proven);
  const steps = bundle.subjects.map((): Step[] => []);
  for (const [at, { names }] of bundle.entries.entries())
    for (const [which, { subject, link }] of names.entries()) {
      const place = `/entries/${at}/names/${which}`;
      const step = { id: proven[at]?.id ?? '', link, place };
      const history = steps[subject];
      if (!history || history.at(-1)?.id === step.id) throw new BundleRefusal('bundle/history', place);
      history.push(step);
    }
  for (const [at, subject] of bundle.subjects.entries())
    checkHistory(subject, steps[at] ?? [], `/subjects/${at}`);
  return steps.map((history) => history.length);
}

function checkOrder(proven: readonly ProvenEntry[]): void {
  const ids = new Set<string>();
  proven.forEach(({ index, id }, at) => {
    const before = proven[at - 1];
    if (before && before.index >= index) throw new BundleRefusal('bundle/order', `/entries/${at}`);
    if (ids.has(id)) throw new BundleRefusal('bundle/same-event', `/entries/${at}`);
    ids.add(id);
  });
}

function checkHistory({ whole }: BundleSubject, steps: readonly Step[], place: string): void {
  if (whole && steps.length === 0) throw new BundleRefusal('bundle/history', place);
  steps.forEach(({ link, place: at }, number) => {
    const fault = !follows(link, steps[number - 1]) || (whole && link?.counter !== number);
    if (fault) throw new BundleRefusal('bundle/history', at);
  });
}

/** Counters grow, and where one follows the other at once, the link names the event before. */
function follows(link: BundleLink | undefined, before: Step | undefined): boolean {
  if (!link) return true;
  if ((link.counter === 0) !== (link.previous === undefined)) return false;
  if (!before) return true;
  if (link.counter === 0) return false;
  if (!before.link) return true;
  if (link.counter <= before.link.counter) return false;
  return link.counter !== before.link.counter + 1 || link.previous === before.id;
}
