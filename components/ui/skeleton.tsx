import { controlTexts } from '../texts/en/controls.ts';

const WIDTH = ['w-11/12', 'w-4/5', 'w-full', 'w-2/3', 'w-10/12', 'w-3/4', 'w-9/12', 'w-5/6'] as const;

/** Lines of the size that text will have, so that nothing jumps when it comes. At most eight. */
function SkeletonLines({ lines }: { readonly lines: number }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{controlTexts.loading}</span>
      {WIDTH.slice(0, lines).map((width) => (
        <div key={width} className={`h-4 animate-shimmer rounded-small bg-line ${width}`} />
      ))}
    </div>
  );
}

/** A page while its data is on the way: the heading's place and a card of the usual height. */
export function SkeletonPage() {
  return (
    <div className="flex flex-col gap-6">
      <div className="h-8 w-60 animate-shimmer rounded-small bg-line" />
      <div className="rounded-card border border-line bg-surface p-6">
        <SkeletonLines lines={6} />
      </div>
    </div>
  );
}
