import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexOf } from '../kernel/bytes.ts';
import { parseNetworkKey } from './event-id.ts';
import { subjectTagger } from './subject-tagger.ts';
import { tagNonce, tagOf } from './tag.ts';

test('its tags are those of the definition, whatever the identifiers and however they follow each other', () => {
  const kinds = fc.constantFrom('sgtin' as const, 'lgtin' as const, 'sscc' as const, 'other' as const);
  const ids = fc.oneof(
    fc.webUrl(),
    fc.string({ maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.array(fc.tuple(kinds, ids), { maxLength: 8 }),
      (bytes, subjects) => {
        const key = parseNetworkKey(bytes);
        if (!key) throw new Error('32 bytes are a key');
        const tag = subjectTagger(key);
        for (const [kind, id] of subjects)
          expect(hexOf(tag(kind, id))).toBe(hexOf(tagOf(kind, id, tagNonce(key, kind, id))));
      },
    ),
  );
});
