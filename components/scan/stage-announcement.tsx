import { announcementOf } from './announcement.ts';

/** The sentence that a screen reader says of a stage. */
export function StageAnnouncement({
  stage,
  maySupply,
}: {
  readonly stage: Parameters<typeof announcementOf>[0];
  readonly maySupply: boolean;
}) {
  return announcementOf(stage, maySupply);
}
