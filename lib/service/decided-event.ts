import type { Decision } from '../custody/decision.ts';
import type { Statement } from '../custody/statement.ts';
import type { LoadedCustody } from '../store/load-custody.ts';
import type { NamedEvent } from './named-event.ts';
import type { EventToRecord } from './recorded-event.ts';

/** All that the transaction knows once it has decided. */
export interface DecidedEvent {
  readonly named: NamedEvent;
  readonly toRecord: EventToRecord;
  readonly loaded: LoadedCustody;
  readonly statement: Statement;
  readonly decision: Extract<Decision, { kind: 'recorded' }>;
}
