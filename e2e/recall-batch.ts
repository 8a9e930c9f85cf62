import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Pack } from './demo-world.ts';

/** The manufacturer's own software recalls the batch of a pack in Germany and France, through EPCIS capture. */
export async function recallBatch(
  request: APIRequestContext,
  key: string,
  { gtin, batch }: Pack,
): Promise<void> {
  const now = new Date().toISOString();
  const answer = await request.post('/epcis/v2/capture', {
    headers: { authorization: `Bearer ${key}` },
    data: {
      '@context': [
        'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
        { vialog: 'https://vialog.example/ns/' },
      ],
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: now,
      epcisBody: {
        eventList: [
          {
            type: 'ObjectEvent',
            eventTime: now,
            eventTimeZoneOffset: '+00:00',
            action: 'OBSERVE',
            disposition: 'recalled',
            quantityList: [{ epcClass: `https://id.gs1.org/01/${gtin}/10/${batch}` }],
            'vialog:recallClass': 'I',
            'vialog:reach': ['DE', 'FR'],
          },
        ],
      },
    },
  });
  expect(answer.status(), await answer.text()).toBe(202);
}
