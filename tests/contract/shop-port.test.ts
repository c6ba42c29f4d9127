import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe } from 'vitest';
import { readDemoData } from '../../src/backend/integrations/shop/demo/demo-data.ts';
import { demoId } from '../../src/backend/integrations/shop/demo/demo-id.ts';
import { createDemoShop } from '../../src/backend/integrations/shop/demo/demo-shop.ts';
import { describeShopContract } from './shop-contract.ts';

const data = await readDemoData(path.resolve(import.meta.dirname, '../../resources/demo-shop'));
const START = Date.UTC(2026, 10, 20, 12);

let cleanUp: (() => void)[] = [];

afterEach(() => {
  for (const clean of cleanUp) clean();
  cleanUp = [];
});

describe('the demo shop behind the shop port', () => {
  describeShopContract(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'baton-shop-'));
    const shop = createDemoShop({ data, folder, now: () => START });
    cleanUp.push(() => {
      shop.close();
      rmSync(folder, { recursive: true });
    });
    const refundable = await shop.getOrder('B2048-7713');
    if (!refundable) throw new Error('the demo shop has lost its main order');
    return { shop, refundable, customerId: demoId('customer', 'chen-xiaoman') };
  });
});
