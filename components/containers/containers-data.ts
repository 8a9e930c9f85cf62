import type { EventRow } from '../../lib/queries/event-row.ts';
import type { MovementResult, PackKey, PackLine } from '../shipping/shipping-data.ts';
import type { ActionAnswer } from '../ui/problem-data.ts';

/** What is known of a container before something is done with it. */
export interface ContainerState {
  readonly sscc: string;
  readonly state: 'new' | 'here' | 'coming' | 'gone' | 'over';
  readonly closed: boolean;
  /** Things in it itself, and packs in it at whatever depth. */
  readonly contents: number;
  readonly packs: number;
  readonly disputed: boolean;
}

/** One thing in a container. */
export type ContainerContent =
  | { readonly kind: 'container'; readonly sscc: string; readonly packs: number }
  | ({ readonly kind: 'pack' } & PackLine);

export interface ContainerRequest {
  readonly deed: 'pack' | 'unpack' | 'close' | 'open';
  readonly container: string;
  readonly packs: readonly PackKey[];
  readonly containers: readonly string[];
}

/** What the page that packs containers needs. */
export interface PackContainerProps {
  readonly thisYear: number;
  readonly look: (sscc: string) => Promise<ActionAnswer<ContainerState>>;
  readonly act: (request: ContainerRequest, requestId: string) => Promise<ActionAnswer<MovementResult>>;
}

/** What the page of one container shows. */
export interface ContainerScreenProps extends ContainerState {
  readonly where: string;
  readonly inside: string | null;
  readonly rows: readonly ContainerContent[];
  readonly nextHref: string | null;
  readonly events: readonly EventRow[];
}
