import { EvidenceLinks } from '../bundle/evidence-links.tsx';
import { eventStops } from '../map/event-stops.ts';
import { packBundleAddress } from '../page-addresses.ts';
import { packTexts } from '../texts/en/pack.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { EventLine } from './event-line.tsx';
import type { PackScreenProps } from './pack-data.ts';
import { PackHead } from './pack-head.tsx';
import { Story } from './story.tsx';

/** The whole story of one pack, as far as its reader may see it. */
export function PackScreen({ pack, reason, erase, logPath = '/log' }: PackScreenProps) {
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <PackHead pack={pack} />
      {pack.events.length === 0 ? (
        <EmptyState title={packTexts.noStory} />
      ) : (
        <Story stops={eventStops(pack.events)}>
          <Card title={packTexts.story}>
            <EventLine events={pack.events} logPath={logPath} {...(erase && { erase })} />
          </Card>
        </Story>
      )}
      {pack.events.length > 0 && (
        <EvidenceLinks address={packBundleAddress(pack.gtin, pack.serial)} reason={reason} />
      )}
    </div>
  );
}
