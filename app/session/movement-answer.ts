import type { MovementResult } from '../../components/shipping/shipping-data.ts';
import type { ActionAnswer } from '../../components/ui/problem-data.ts';
import { instantText } from '../../lib/kernel/instant.ts';
import type { Result } from '../../lib/kernel/result.ts';
import { custodyText } from '../../lib/queries/custody-text.ts';
import type { Movement, MovementError } from '../../lib/service/movement.ts';
import { refused, titleOf } from './action-problem.ts';

/** What became of a shipment or a receipt, in words. */
export function movementAnswer(moved: Result<Movement, MovementError>): ActionAnswer<MovementResult> {
  if (!moved.ok) return refused(movementProblem(moved.error));
  const { id, at, applied, withoutEffect, containersWithoutEffect, checksFailed = [] } = moved.value;
  return {
    ok: true,
    value: {
      shipmentId: id,
      at: instantText(at),
      applied,
      withoutEffect: [
        ...containersWithoutEffect.map(({ sscc, code }) => ({ gtin: '', serial: sscc, code })),
        ...withoutEffect,
      ].map((unmoved) => ({ ...unmoved, text: custodyText(unmoved.code) })),
      checksFailed: checksFailed.map((pack) => ({ ...pack, text: custodyText(pack.code) })),
      ledger: { status: 'recorded', index: null },
    },
  };
}

function movementProblem(error: MovementError) {
  const { code } = error;
  switch (code) {
    case 'movement/packs':
      return { code, title: `A delivery has 1 to ${error.most.toLocaleString('en-GB')} packs.` };
    case 'movement/partner':
      return { code, title: 'Nobody else is registered under this place.' };
    case 'movement/would-not-move': {
      const all = [
        ...error.containers.map(({ sscc, code: why }) => ({ serial: sscc, code: why })),
        ...error.packs,
      ];
      const [first] = all;
      const because = first ? `${first.serial}: ${custodyText(first.code)}` : undefined;
      return {
        code,
        title: `${all.length} of them cannot move; nothing was recorded.`,
        detail: because,
      };
    }
    case 'capture/not-yours':
      return { code, title: titleOf(error.refusal.code) };
    default:
      return { code, title: titleOf(code) };
  }
}
