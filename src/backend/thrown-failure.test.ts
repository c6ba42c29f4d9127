import { describe, expect, it } from 'vitest';
import { ShopUnavailable } from './integrations/shop/shop-port.ts';
import { thrownFailureOf } from './thrown-failure.ts';

describe('an error that was thrown', () => {
  it('is SHOP_UNAVAILABLE when the line to the shop broke, so that it is asked again', () => {
    expect(thrownFailureOf(new ShopUnavailable('away'))).toEqual({ code: 'SHOP_UNAVAILABLE' });
  });

  it('is what the database says of itself', () => {
    expect(thrownFailureOf(Object.assign(new Error('full'), { errcode: 13 }))).toEqual({ code: 'STORAGE_FULL' });
  });

  it('is a bug otherwise', () => {
    expect(thrownFailureOf(new TypeError('undefined is not a function'))).toBeNull();
  });
});
