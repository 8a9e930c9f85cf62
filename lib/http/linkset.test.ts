import { expect, test } from 'vitest';
import { linksetResponse } from './linkset.ts';
import { packOfLink } from './pack-of-link.ts';

const linksOf = (path: string) => linksetResponse(new Request(`http://localhost:3000/linkset${path}`));

test('the links of a pack lead to the check of that pack, and are named by its canonical Digital Link', async () => {
  const response = linksOf('/01/09506000134352/10/ABC123/21/SN%2F1?17=280531&linkType=linkset');
  expect(response.headers.get('content-type')).toBe('application/linkset+json');
  const check = {
    href: 'http://localhost:3000/01/09506000134352/10/ABC123/21/SN%2F1?17=280531',
    title: 'Check this pack',
    type: 'text/html',
    hreflang: ['en'],
  };
  expect(await response.json()).toEqual({
    linkset: [
      {
        anchor: 'https://id.gs1.org/01/09506000134352/21/SN%2F1',
        itemDescription: 'A pack whose record can be checked here',
        'https://ref.gs1.org/voc/defaultLink': [check],
        'https://ref.gs1.org/voc/verificationService': [check],
      },
    ],
  });
});

test.each([
  ['/01/09506000134352', 'https://id.gs1.org/01/09506000134352'],
  ['/01/09506000134352/10/ABC', 'https://id.gs1.org/01/09506000134352/10/ABC'],
])('%s is anchored at %s', async (path, anchor) => {
  expect((await linksOf(path).json()).linkset[0].anchor).toBe(anchor);
});

test.each(['/01/09506000134351', '/00/952000000000000003', '/01/x', '/01/09506000134352/21/'])(
  'what is no link of a product (%s) has none',
  async (path) => {
    const response = linksOf(path);
    expect([response.status, (await response.json()).code]).toEqual([400, 'link/not-a-product']);
  },
);

test('a Digital Link gives the pack that it names, and leaves empty what it does not', () => {
  expect(packOfLink('/01/09506000134352/10/AB%2F1/21/SN1?17=280531&other=1')).toEqual({
    ...{ gtin: '09506000134352', serial: 'SN1', batch: 'AB/1', expiry: '280531' },
  });
  expect(packOfLink('/01/9506000134352/21/SN1')).toEqual({
    ...{ gtin: '09506000134352', serial: 'SN1', batch: '', expiry: '' },
  });
  expect(packOfLink('/01/09506000134351/21/SN1')).toBeUndefined();
  expect(packOfLink('')).toBeUndefined();
});
