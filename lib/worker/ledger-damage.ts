/** What is stored is not what was sequenced or signed. The message is one sentence; whoever finds it halts the log. */
export class LedgerDamage extends Error {
  override readonly name = 'LedgerDamage';
}
