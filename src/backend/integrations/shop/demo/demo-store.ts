import { DatabaseSync } from 'node:sqlite';
import type { ActionKind } from '../../../../shared/contracts/action.ts';
import type { Order } from '../../../../shared/contracts/order.ts';
import type { ShopReceipt } from '../shop-port.ts';

/**
 * The demo shop's own memory: a foreign system beside Baton, with a database of its own, so that "the shop did it and we never
 * heard" is as real here as it is elsewhere.
 */
export type DemoStore = {
  readonly startedAt: number;
  readonly getOrder: (number: string) => Order | null;
  readonly listOrders: (customerId: string) => Order[];
  readonly getStock: (sku: string) => number;
  /** What was given by acts of a kind for this line or order. */
  readonly getGiven: (kind: ActionKind, ref: string) => number;
  readonly getReceipt: (actionId: string) => ShopReceipt | null;
  /** Order, stock, what was given and receipt in one transaction; `receipt` is keyed by the act, so it can happen once. */
  readonly execute: (done: Executed) => void;
  readonly close: () => void;
};

type Executed = {
  readonly actionId: string;
  readonly receipt: ShopReceipt;
  readonly order: Order;
  readonly stock: readonly { readonly sku: string; readonly change: number }[];
  readonly given: readonly { readonly kind: ActionKind; readonly ref: string; readonly amount: number }[];
};

type Seed = (startedAt: number) => { readonly orders: readonly Order[]; readonly stock: ReadonlyMap<string, number> };

const SCHEMA = `
  create table if not exists demo (key text primary key, value integer not null) strict;
  create table if not exists orders (number text primary key, customer_id text not null, placed_at integer not null, body text not null) strict;
  create index if not exists orders_of_customer on orders (customer_id, placed_at desc);
  create table if not exists stock (sku text primary key, pieces integer not null) strict;
  create table if not exists given (kind text not null, ref text not null, amount integer not null, primary key (kind, ref)) strict;
  create table if not exists receipts (action_id text primary key, body text not null) strict;
`;

function inTransaction(db: DatabaseSync, work: () => void): void {
  db.exec('begin immediate');
  try {
    work();
    db.exec('commit');
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
}

/** Fills an empty store; a store that was filled before keeps its orders and its beginning. */
function seed(db: DatabaseSync, now: number, make: Seed): number {
  const known = db.prepare("select value from demo where key = 'started'").get();
  if (known) return Number(known['value']);
  const { orders, stock } = make(now);
  inTransaction(db, () => {
    const insertOrder = db.prepare('insert into orders values (?, ?, ?, ?)');
    for (const order of orders) insertOrder.run(order.number, order.customerId, order.placedAt, JSON.stringify(order));
    const insertStock = db.prepare('insert into stock values (?, ?)');
    for (const [sku, pieces] of stock) insertStock.run(sku, pieces);
    db.prepare("insert into demo values ('started', ?)").run(now);
  });
  return now;
}

// The store reads back only what it wrote itself.
const parseBody = (row: Record<string, unknown> | undefined): unknown => (row ? JSON.parse(String(row['body'])) : null);

/** Opens the shop's database at `file` (`:memory:` for tests), filling it on first use. */
export function openDemoStore(file: string, now: number, make: Seed): DemoStore {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000');
  db.exec(SCHEMA);
  const startedAt = seed(db, now, make);
  const orderByNumber = db.prepare('select body from orders where number = ?');
  const ordersOf = db.prepare('select body from orders where customer_id = ? order by placed_at desc');
  const stockOf = db.prepare('select pieces from stock where sku = ?');
  const receiptOf = db.prepare('select body from receipts where action_id = ?');
  const givenFor = db.prepare('select amount from given where kind = ? and ref = ?');
  const addGiven = db.prepare('insert into given values (?, ?, ?) on conflict (kind, ref) do update set amount = amount + excluded.amount');
  const setOrder = db.prepare('update orders set body = ? where number = ?');
  const addStock = db.prepare('update stock set pieces = max(0, pieces + ?) where sku = ?');
  const addReceipt = db.prepare('insert into receipts values (?, ?)');
  return {
    startedAt,
    getOrder: (number) => parseBody(orderByNumber.get(number)) as Order | null,
    listOrders: (customerId) => ordersOf.all(customerId).map((row) => parseBody(row) as Order),
    getStock: (sku) => Number(stockOf.get(sku)?.['pieces'] ?? 0),
    getGiven: (kind, ref) => Number(givenFor.get(kind, ref)?.['amount'] ?? 0),
    getReceipt: (actionId) => parseBody(receiptOf.get(actionId)) as ShopReceipt | null,
    execute: ({ actionId, receipt, order, stock, given }) =>
      inTransaction(db, () => {
        addReceipt.run(actionId, JSON.stringify(receipt));
        setOrder.run(JSON.stringify(order), order.number);
        for (const { sku, change } of stock) addStock.run(change, sku);
        for (const { kind, ref, amount } of given) addGiven.run(kind, ref, amount);
      }),
    close: () => db.close(),
  };
}
