import type { Failure } from '../shared/contracts/errors.ts';
import { databaseFailureOf } from './db/database-failure.ts';
import { ShopUnavailable } from './integrations/shop/shop-port.ts';

/** What an error is to whoever asked: the database or the shop is away and may be asked again. Null for a bug. */
export const thrownFailureOf = (error: unknown): Failure | null => (error instanceof ShopUnavailable ? { code: 'SHOP_UNAVAILABLE' } : databaseFailureOf(error));
