import { expect, it } from 'vitest';
import { deviceKind } from './device-name.ts';

const MOZILLA = 'Mozilla/5.0';
const CHROMIUM = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

it.each([
  [`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox', 'Linux'],
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROMIUM}`, 'Chrome', 'Windows'],
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROMIUM} Edg/140.0.0.0`, 'Edge', 'Windows'],
  [`${MOZILLA} (Linux; Android 10; K) ${CHROMIUM.replace('Safari', 'Mobile Safari')}`, 'Chrome', 'Android'],
  [
    `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`,
    'Safari',
    'macOS',
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1`,
    'Chrome',
    'iPhone',
  ],
])('A device is called by its browser and system: %s', (userAgent, browser, system) => {
  expect(deviceKind(userAgent)).toEqual({ browser, system });
});

it('A device of which too little is known has no name', () => {
  expect(deviceKind('curl/8.0')).toBeNull();
});
