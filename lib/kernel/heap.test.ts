import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from './heap.ts';

test('gives back in order whatever was added, while more is added', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), (steps) => {
      const heap = new Heap<number>((a, b) => a < b);
      const model: number[] = [];
      for (const step of steps) {
        if (step === null) expect(heap.take()).toBe(model.sort((a, b) => a - b).shift());
        else {
          heap.add(step);
          model.push(step);
        }
        expect(heap.size).toBe(model.length);
      }
      expect(heap.first).toBe(model.sort((a, b) => a - b)[0]);
    }),
  );
});
