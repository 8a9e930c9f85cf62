import { expect, test } from 'vitest';
import { mapLegs } from './map-legs.ts';
import type { MapStop } from './map-stop.ts';

const stop = (step: string, act: string, name: string | null, applied = true): MapStop => ({
  ...{ step, act, name, applied },
  country: 'IE',
  point: null,
});
const legs = (...stops: readonly MapStop[]) =>
  mapLegs(stops, ({ name }) => name ?? undefined).map(
    ({ from, to, doubt }) => `${from} ${doubt ? '- -' : '—'} ${to}`,
  );

test('from plant to wholesaler to pharmacy every way is a transit', () => {
  expect(
    legs(
      stop('1', 'commission', 'Leipzig'),
      stop('2', 'ship', 'Leipzig'),
      stop('3', 'receive', 'Lyon'),
      stop('4', 'ship', 'Lyon'),
      stop('5', 'receive', 'Cork'),
      stop('6', 'supply', 'Cork'),
    ),
  ).toEqual(['Leipzig — Lyon', 'Lyon — Cork']);
});

test('a copy that turns up elsewhere is led to by a doubt, and the story goes on from where the pack was', () => {
  expect(
    legs(
      stop('1', 'ship', 'Leipzig'),
      stop('2', 'receive', 'Lyon'),
      stop('3', 'supply', 'Cork', false),
      stop('4', 'ship', 'Lyon'),
      stop('5', 'receive', 'Graz'),
    ),
  ).toEqual(['Leipzig — Lyon', 'Lyon - - Cork', 'Lyon — Graz']);
});

test('a receipt that no shipment explains is a doubt', () => {
  expect(legs(stop('1', 'commission', 'Leipzig'), stop('2', 'receive', 'Cork'))).toEqual([
    'Leipzig - - Cork',
  ]);
});

test('a place that the reader may not know is passed over', () => {
  expect(
    legs(stop('1', 'ship', 'Leipzig'), stop('2', 'observe', null), stop('3', 'receive', 'Cork')),
  ).toEqual(['Leipzig — Cork']);
});
