import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  codeOf,
  codesOf as codes,
  elsewhereAt,
  joinGuarded,
  PASSWORD,
  SECURITY_DOCUMENTS,
  signInByDevice,
} from '../shop/guarded-customer.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { softwareAuthenticator } from '../shop/software-authenticator.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

describeEachDialect('The guards of an account', (open) => {
  const clock = travellingClock();
  let test: TestShop;
  beforeAll(async () => {
    test = await openShopOn(await open(), { clock });
  });
  afterAll(() => test.close());

  it('take five codes for a sign-in and ten in a quarter of an hour, and let a passkey in all the same', async () => {
    const here = await joinGuarded(test);
    const device = softwareAuthenticator();
    await here.addPasskey(device);
    const { secret } = await here.setUpTotp(clock.now);
    clock.travel(0.5);
    const right = () => codeOf(secret, clock.now());
    const wrong = () => String((Number(right()) + 1) % 1_000_000).padStart(6, '0');
    const ask = async () => (await elsewhereAt(test).signIn(here.email, PASSWORD)).secondFactor?.token ?? '';
    for (let round = 0; round < 2; round += 1) {
      const token = await ask();
      for (let guess = 0; guess < 5; guess += 1) await elsewhereAt(test).enter(token, { code: wrong() });
      expect(codes(await elsewhereAt(test).enter(token, { code: right() }))).toEqual(['FACTOR_WRONG']);
    }
    const token = await ask();
    const { errors } = await elsewhereAt(test).browser.ask(SECURITY_DOCUMENTS.enter, {
      input: { token, code: right() },
    });
    expect(errors[0]?.extensions.code).toBe('TOO_MANY_REQUESTS');
    expect((await signInByDevice(test, device)).customer?.id).toBe(here.id);
    // As the second factor, for the account that was asked and no other.
    const stranger = softwareAuthenticator();
    await (await joinGuarded(test)).addPasskey(stranger);
    const there = elsewhereAt(test);
    const asked = (await there.signIn(here.email, PASSWORD)).secondFactor?.token ?? '';
    expect(codes(await there.answer(stranger.get(await there.challenge(asked))))).toEqual(['PASSKEY_REFUSED']);
    expect((await there.answer(device.get(await there.challenge(asked)))).customer?.id).toBe(here.id);
    clock.travel(16);
    expect((await elsewhereAt(test).enter(await ask(), { code: right() })).customer?.id).toBe(here.id);
  });
});
