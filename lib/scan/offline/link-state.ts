/** Whether the register is believed to answer. */
export interface LinkState {
  readonly isUp: boolean;
  /** When to try again by itself, in milliseconds; for a link that is down. */
  readonly nextTryMs: number;
  readonly failures: number;
}

const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 60_000;

export const LINK_UP: LinkState = { isUp: true, nextTryMs: 0, failures: 0 };

/** An answer came, any answer. */
export const linkAnswered = (): LinkState => LINK_UP;

/** No answer came in time: the link is down, and is tried again after a pause that doubles up to a minute. */
export const linkFailed = ({ failures }: LinkState, nowMs: number): LinkState => ({
  isUp: false,
  nextTryMs: nowMs + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures),
  failures: failures + 1,
});

/** The device says that it is connected again: try at once. */
export const linkHoped = (state: LinkState, nowMs: number): LinkState =>
  state.isUp ? state : { ...state, nextTryMs: nowMs, failures: 0 };
