import type { Id } from '../../../shared/contracts/basics.ts';
import { accountSchema, roleSchema, type Account } from '../../../shared/contracts/people.ts';
import type { Reading, UnitOfWork } from '../../db/unit-of-work.ts';

const profileSchema = accountSchema.omit({ id: true, login: true, role: true, shopIds: true });

export type NewAccount = { readonly account: Account; readonly passwordHash: string; readonly createdAt: number };

export type StoredAccount = { readonly account: Account; readonly passwordHash: string };

export type Accounts = {
  /** By login; disabled ones aren't found. */
  readonly findByLogin: (login: string) => Promise<StoredAccount | null>;
  readonly find: (accountId: Id) => Promise<Account | null>;
  /** Everybody who works for one of these shops. */
  readonly listOfShops: (shopIds: readonly Id[]) => Promise<Account[]>;
  readonly list: () => Promise<Account[]>;
  /** Adds an account; one with the same login stays as it is. */
  readonly add: (account: NewAccount) => Promise<void>;
};

type Row = { readonly id: string; readonly login: string; readonly role: string; readonly profile_json: string };

async function withShops(db: Reading, rows: readonly Row[]): Promise<Account[]> {
  if (rows.length === 0) return [];
  const links = await db.selectFrom('account_shops').selectAll().where('account_id', 'in', rows.map((row) => row.id)).execute();
  const shopsOf = Map.groupBy(links, (link) => link.account_id);
  return rows.map((row) => ({
    id: row.id,
    login: row.login,
    role: roleSchema.parse(row.role),
    shopIds: (shopsOf.get(row.id) ?? []).map((link) => link.shop_id),
    ...profileSchema.parse(JSON.parse(row.profile_json)),
  }));
}

const selectActive = (db: Reading) => db.selectFrom('accounts').select(['id', 'login', 'role', 'profile_json', 'password_hash']).where('disabled_at', 'is', null);

const oneOf = async (db: Reading, rows: readonly Row[]): Promise<Account | null> => (await withShops(db, rows))[0] ?? null;

function insert(work: UnitOfWork, { account, passwordHash, createdAt }: NewAccount): Promise<void> {
  const { id, login, role, shopIds, ...profile } = account;
  return work.write(async (db) => {
    const added = await db
      .insertInto('accounts')
      .values({ id, login, password_hash: passwordHash, role, profile_json: JSON.stringify(profile), created_at: createdAt, disabled_at: null })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added || shopIds.length === 0) return;
    await db.insertInto('account_shops').values(shopIds.map((shopId) => ({ account_id: id, shop_id: shopId }))).execute();
  });
}

/** Accounts in the database. */
export function createAccounts(work: UnitOfWork): Accounts {
  return {
    findByLogin: (login) =>
      work.read(async (db) => {
        const row = await selectActive(db).where('login', '=', login).executeTakeFirst();
        const account = row ? await oneOf(db, [row]) : null;
        return row && account ? { account, passwordHash: row.password_hash } : null;
      }),
    find: (accountId) => work.read(async (db) => oneOf(db, await selectActive(db).where('id', '=', accountId).execute())),
    listOfShops: (shopIds) =>
      work.read(async (db) => {
        if (shopIds.length === 0) return [];
        const ofShops = db.selectFrom('account_shops').select('account_id').where('shop_id', 'in', [...shopIds]);
        return withShops(db, await selectActive(db).where('id', 'in', ofShops).orderBy('login').execute());
      }),
    list: () => work.read(async (db) => withShops(db, await selectActive(db).orderBy('login').execute())),
    add: (account) => insert(work, account),
  };
}
