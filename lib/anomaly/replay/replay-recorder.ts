import { sha256 } from '#sha256';
import type { PartyFacts } from '../../custody/party-facts.ts';
import type { Recording } from '../../custody/recording.ts';
import type { Statement } from '../../custody/statement.ts';
import { statementOf } from '../../custody/statement-of.ts';
import { vialogExtension } from '../../epcis/vialog-extension.ts';
import { hexOf, utf8Of } from '../../kernel/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import type { Register } from './register.ts';
import type { ReplayLine } from './replay-line.ts';

/** Sets the parts of an event's name apart; none of them may hold it. */
const BETWEEN = '\n';

const LIFTABLE: ReadonlySet<string> = new Set(['steal', 'lock', 'recall']);

/** The eventID of an event of a replay. */
export const eventIdOf = (ref: string): string => ref.split(BETWEEN)[1] ?? ref;

/** Names events and finds what they refer to: the same event sent twice, what a declaration corrects, what repeats another. */
export class ReplayRecorder {
  readonly #register: Register;
  readonly #recorded = new Set<string>();
  readonly #contents = new Map<string, string>();
  /** What somebody else may lift, by eventID. */
  readonly #liftable = new Map<string, string>();

  constructor(register: Register) {
    this.#register = register;
  }

  /** What a line says; `undefined` where it was said before, or by somebody who is not registered. */
  statement(line: ReplayLine): Statement | undefined {
    const { event, reporter: gln } = line;
    const reporter = this.#register.parties.get(gln);
    const eventId = event.eventID ?? contentOf(line);
    const ref = [gln, eventId, event.errorDeclaration ? '1' : '0'].join(BETWEEN);
    if (!reporter || this.#recorded.has(ref)) return undefined;
    this.#recorded.add(ref);
    const original = [gln, eventId, '0'].join(BETWEEN);
    const content = `${gln}${BETWEEN}${contentOf(line)}`;
    const first = this.#contents.get(content);
    if (first === undefined && !event.errorDeclaration) this.#contents.set(content, ref);
    const lifts = vialogExtension(event, 'lifts');
    const recording: Recording = {
      ...{ event: ref, reporter, sandbox: false, recordedAt: line.recordTime, levels: 0 },
      principals: [],
      sessionLocation: undefined,
      locations: this.#register.places,
      corrects: event.errorDeclaration && this.#recorded.has(original) ? original : undefined,
      correctives: (event.errorDeclaration?.correctiveEventIDs ?? []).map((id) =>
        [gln, id, '0'].join(BETWEEN),
      ),
      lifts: typeof lifts === 'string' ? this.#liftable.get(lifts) : undefined,
      repeats: first,
    };
    const statement = statementOf(event, recording);
    if (LIFTABLE.has(statement.act)) this.#liftable.set(eventId, ref);
    const principals = this.#principalsOf(reporter, statement);
    return principals.length === 0 ? statement : statementOf(event, { ...recording, principals });
  }

  /** The format names no agents: contract manufacturers and logistics firms speak for the holders of what they handle. */
  #principalsOf({ role }: PartyFacts, { packs }: Statement): readonly PartyFacts[] {
    if (role !== 'contract-manufacturer' && role !== 'logistics') return [];
    const holders = new Set(packs.map(({ gtin }) => this.#register.products.get(gtin)?.holder));
    return [...holders].flatMap((holder) => (holder && this.#register.parties.get(holder)) ?? []);
  }
}

/** Of the same content have the same: all that an event says but its names and times of record. */
function contentOf({ event }: ReplayLine): string {
  const {
    eventID: _eventId,
    recordTime: _recordTime,
    ...said
  } = event.document as Readonly<Record<string, Json>>;
  return hexOf(sha256(utf8Of(canonicalJson(said)))).slice(0, 24);
}
