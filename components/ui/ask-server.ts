import { controlTexts } from '../texts/en/controls.ts';
import type { ActionAnswer } from './problem-data.ts';

/** Runs an action of the server; where no answer comes, that is an answer too, in words. */
export async function askServer<T>(action: () => Promise<ActionAnswer<T>>): Promise<ActionAnswer<T>> {
  try {
    return await action();
  } catch {
    const { title, text: detail } = controlTexts.noAnswer;
    return { ok: false, problem: { code: 'page/no-answer', title, detail } };
  }
}
