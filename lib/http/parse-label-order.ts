import { z } from 'zod';
import { parseGtin } from '../gs1/gtin.ts';
import { LABEL_FORMS } from '../gs1/labels/label-form.ts';
import { parseLot } from '../gs1/lot.ts';
import { parseSerial } from '../gs1/serial.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type LabelOrder, MOST_PACK_LABELS } from '../service/labels/order-labels.ts';
import type { ApiError } from './api-error.ts';

const form = z.enum(LABEL_FORMS);

const shape = z.discriminatedUnion('labels', [
  z.strictObject({
    labels: z.literal('packs'),
    gtin: z.string(),
    batch: z.string(),
    form,
    from: z.string().optional(),
    most: z.int().min(1).max(MOST_PACK_LABELS).optional(),
  }),
  z.strictObject({ labels: z.literal('ssccs'), count: z.int().min(1), form }),
]);

/**
 * Reads an order of labels: `{ "labels": "packs", "gtin", "batch", "form", "from"?, "most"? }` or
 * `{ "labels": "ssccs", "count", "form" }`. Errors: `body/invalid` with every fault, and `identifier/gtin`, `identifier/batch`,
 * `identifier/serial`.
 */
export function parseLabelOrder(body: unknown): Result<LabelOrder, ApiError> {
  const read = shape.safeParse(body);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({
      path: path.map((key) => `/${String(key)}`).join(''),
      detail: message,
    }));
    return err({ code: 'body/invalid', ...faults[0], members: { errors: faults } });
  }
  const order = read.data;
  if (order.labels === 'ssccs') return ok(order);
  const gtin = parseGtin(order.gtin);
  if (!gtin.ok) return err({ code: 'identifier/gtin', path: '/gtin', at: gtin.error.at });
  const lot = parseLot(order.batch);
  if (!lot.ok) return err({ code: 'identifier/batch', path: '/batch', at: lot.error.at });
  const from = order.from === undefined ? ok(undefined) : parseSerial(order.from);
  if (!from.ok) return err({ code: 'identifier/serial', path: '/from', at: from.error.at });
  return ok({
    labels: 'packs',
    gtin: gtin.value,
    lot: lot.value,
    form: order.form,
    from: from.value,
    most: order.most ?? MOST_PACK_LABELS,
  });
}
