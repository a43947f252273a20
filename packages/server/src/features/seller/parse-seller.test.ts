import { describe, expect, it } from 'vitest';
import { OTHER_SELLER } from '../../../test/shop/write-seller-file.ts';
import { BadInput } from '../../platform/input-shape.ts';
import { DEMO_SELLER } from './demo-seller.ts';
import { findInvented } from './find-invented.ts';
import { parseSeller } from './parse-seller.ts';
import { viewSeller } from './view-seller.ts';

const SAID = 'hunter2-of-a-test';

describe('A seller file', () => {
  it('of the demo is valid and complete, as an operator may copy it', () => {
    expect(Object.values(DEMO_SELLER).every((value) => value !== null)).toBe(true);
    expect(viewSeller(DEMO_SELLER).demonstration).toBe(true);
  });

  it('says who sells; whoever names one e-mail address only gets all mail there', () => {
    const seller = parseSeller({ ...OTHER_SELLER, register: null, phone: undefined, vatIdIn: undefined });
    expect(seller.email).toEqual({
      service: 'hallo@testhaus.example',
      safety: 'melden@testhaus.example',
      withdrawal: 'hallo@testhaus.example',
      privacy: 'hallo@testhaus.example',
    });
    expect([seller.register, seller.phone, seller.vatIdIn]).toEqual([null, null, {}]);
    expect(viewSeller(seller)).toMatchObject({ demonstration: false, safetyEmail: 'melden@testhaus.example' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['name', { name: '  ' }],
    ['name', { name: `${SAID}\nSecond line` }],
    ['addressLines', { addressLines: SAID }],
    ['addressLines', { addressLines: [] }],
    ['addressLines[1]', { addressLines: [SAID, 7] }],
    ['country', { country: 'XY' }],
    ['country', { country: SAID }],
    ['representatives', { representatives: [] }],
    ['register', { register: 7 }],
    ['vatId', { vatId: undefined }],
    ['vatIdIn', { vatIdIn: { England: SAID } }],
    ['vatIdIn.GB', { vatIdIn: { GB: '' } }],
    ['email', { email: SAID }],
    ['email.service', { email: { safety: 'melden@testhaus.example' } }],
    ['email.withdrawal', { email: { service: 'hallo@testhaus.example', withdrawal: SAID } }],
    ['email.sales', { email: { service: 'hallo@testhaus.example', sales: SAID } }],
    ['phone', { phone: SAID }],
    ['timeZone', { timeZone: SAID }],
    ['timeZone', { timeZone: '+01:00' }],
    ['directors', { directors: [SAID] }],
  ])('is refused naming %s, and no value: %j', (key, change) => {
    let message = '';
    try {
      parseSeller({ ...OTHER_SELLER, ...change });
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      message = error.message;
    }
    expect(message).toMatch(new RegExp(`^${key.replace(/[[\].]/g, '\\$&')}: `));
    expect(message).not.toContain(SAID);
  });

  it.each<[string, Record<string, unknown>]>([
    ['name', { name: 'Barrier Demo GmbH' }],
    ['addressLines', { addressLines: ['Musterstraße 1', '1234 Beispielstadt'] }],
    ['representatives', { representatives: ['Testina Beispiel', 'Erika Mustermann'] }],
    ['register', { register: 'Amtsgericht Musterstadt, HRB 00000' }],
    ['vatId', { vatId: 'DE000000000' }],
    ['vatIdIn', { vatIdIn: { GB: 'GB000000000' } }],
    ['email', { email: { service: 'hallo@testhaus.example', privacy: 'privacy@barrier.example' } }],
    ['phone', { phone: '+49 30 23125 000' }],
  ])('in which %s is left as in the demo is known for it', (key, change) => {
    expect(findInvented(parseSeller(OTHER_SELLER))).toBeNull();
    expect(findInvented(parseSeller({ ...OTHER_SELLER, ...change }))).toBe(key);
  });
});
