import type { ReactNode } from 'react';
import { InStep } from '../map/in-step.tsx';
import type { MapStop } from '../map/map-stop.ts';
import { mapView } from '../map/map-view.ts';
import { StoryMap } from '../map/story-map.tsx';
import { mapTexts } from '../texts/en/map.ts';
import { Card } from '../ui/card.tsx';

interface StoryProps {
  readonly stops: readonly MapStop[];
  /** The line of time. */
  readonly children: ReactNode;
}

/** A line of time, and beside it, where anything can be shown, the map that goes with it. */
export function Story({ stops, children }: StoryProps) {
  const view = mapView(stops);
  if (!view) return children;
  return (
    <InStep>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={mapTexts.title} className="lg:sticky lg:top-20 lg:order-last print:static">
          <StoryMap view={view} />
        </Card>
        <div className="flex min-w-0 flex-col gap-6">{children}</div>
      </div>
    </InStep>
  );
}
