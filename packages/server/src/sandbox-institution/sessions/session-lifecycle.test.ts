import { describe, expect, it } from 'vitest';
import { checkLifecycle, finalStates, transitionFor, transitions } from './session-lifecycle.ts';

describe('the lifecycle of a session', () => {
  it('lets an open session be paid, ended or cancelled and a paid one be refunded only', () => {
    const acts = (state: string) => transitions.filter(({ from }) => from === state).map(({ act }) => act);
    expect(acts('OPEN')).toEqual(['authorise', 'expire', 'cancel']);
    expect(acts('SUCCEEDED')).toEqual(['refundPart', 'refundAll']);
    expect(transitionFor('SUCCEEDED', 'expire')).toBeUndefined();
  });

  it('refuses a table in which an act has two outcomes', () => {
    const table = [...transitions, { from: 'OPEN', act: 'expire', to: 'CANCELLED' } as const];
    expect(() => checkLifecycle(table, 'OPEN', finalStates)).toThrow('expire in OPEN has two outcomes');
  });

  it('refuses a table with a way out of a final state, a dead end or a state out of reach', () => {
    const reopened = [...transitions, { from: 'EXPIRED', act: 'approve', to: 'SUCCEEDED' } as const];
    expect(() => checkLifecycle(reopened, 'OPEN', finalStates)).toThrow('EXPIRED has a way out');
    expect(() => checkLifecycle(transitions, 'OPEN', ['EXPIRED', 'REFUNDED'])).toThrow('CANCELLED is a dead end');
    const withoutCancel = transitions.filter(({ act }) => act !== 'cancel');
    expect(() => checkLifecycle(withoutCancel, 'OPEN', finalStates)).toThrow('CANCELLED is out of reach');
  });
});
