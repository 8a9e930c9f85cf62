import { expect, test } from 'vitest';
import { makeDeviceKey, openBox, sealBox } from './sealed-box.ts';

test('a box opens where it was put, with the key it was sealed with, and is another each time', async () => {
  const key = await makeDeviceKey();
  const [one, two] = [
    await sealBox(key, 'queue/1', { pack: 'SN1' }),
    await sealBox(key, 'queue/1', { pack: 'SN1' }),
  ];
  expect(await openBox(key, 'queue/1', one)).toEqual({ pack: 'SN1' });
  expect(new Uint8Array(one.bytes)).not.toEqual(new Uint8Array(two.bytes));
  expect(Buffer.from(one.bytes).toString('latin1')).not.toContain('SN1');
});

test('a box that was moved, changed or sealed with another key does not open', async () => {
  const key = await makeDeviceKey();
  const box = await sealBox(key, 'queue/1', 1);
  expect(await openBox(key, 'queue/2', box)).toBeUndefined();
  expect(await openBox(await makeDeviceKey(), 'queue/1', box)).toBeUndefined();
  const changed = new Uint8Array(box.bytes.slice(0));
  changed[0] = (changed[0] ?? 0) ^ 1;
  expect(await openBox(key, 'queue/1', { ...box, bytes: changed.buffer })).toBeUndefined();
});

test('nobody takes the key out of the device', async () => {
  await expect(crypto.subtle.exportKey('raw', await makeDeviceKey())).rejects.toThrow();
});
