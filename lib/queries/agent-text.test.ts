import { expect, test } from 'vitest';
import { agentText } from './agent-text.ts';

// As these browsers introduce themselves (developer.mozilla.org, “User-Agent” examples).
test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:109.0) Gecko/20100101 Firefox/119.0', 'Firefox on Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'Chrome on macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
    'Edge on Linux',
  ],
  ['curl/8.5.0', 'curl/8.5.0'],
  ['', null],
  [undefined, null],
])('%s is %s', (agent, text) => {
  expect(agentText(agent)).toBe(text);
});
