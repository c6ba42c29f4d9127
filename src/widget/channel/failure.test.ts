import { describe, expect, it } from 'vitest';
import { errorCodes, ERRORS } from '../../shared/contracts/errors.ts';
import { RETRY_LATER } from './failure.ts';

describe('codes after which the same message may go again', () => {
  it('are those of the catalogue', () => {
    expect([...RETRY_LATER].toSorted()).toEqual(errorCodes.filter((code) => ERRORS[code].retry === 'later').toSorted());
  });
});
