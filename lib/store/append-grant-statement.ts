import type { OrgScope } from '../custody/org-scope.ts';
import { type LogStatement, stateInLog } from './state-in-log.ts';
import type { Tx } from './transaction.ts';

/** What is stated of a grant. */
export interface GrantStatement extends Omit<LogStatement, 'about'> {
  readonly grant: string;
}

/** States in the log what becomes of a grant, in the transaction of what it states. Gives the statement's id in the log. */
export const appendGrantStatement = (
  tx: Tx,
  scope: OrgScope,
  { grant, ...statement }: GrantStatement,
): Promise<string> => stateInLog(tx, scope, { ...statement, about: { grant } });
