import { formatPolicy } from '../../ledger/policy.ts';
import { logVkey } from '../../store/log-key.ts';
import { type LogFile, logText } from './log-file.ts';

/** Whose signatures a head of this log needs (C2SP tlog-policy): the log's own, for there are no witnesses. */
export const policyFile = (): LogFile =>
  logText(formatPolicy({ logs: [{ vkey: logVkey() }], witnesses: [], groups: [], quorum: 'none' }));
