import { expect, it } from 'vitest';
import { signInRecords, type SignInRecord } from './sign-in-record.ts';

const RECORD: SignInRecord = {
  server: null,
  account: { id: '01900000-0000-7000-8000-0000000000a1', login: 'lin', name: { zh: '林', en: 'Lin' }, role: 'agent', skills: [], capacity: 8, languages: ['zh'], shopIds: [], moneyLimit: { amount: 0, currency: 'CNY' } },
  refreshToken: 'refresh-1',
};

/** A place of secrets whose first write waits, as one does whose keyring thinks for a moment. */
function slowSecrets(first: Promise<void>) {
  const kept = new Map<string, string>();
  const waits = [first];
  const write = async (name: string, value: string) => {
    await waits.shift();
    kept.set(name, value);
  };
  return { kept, canKeep: true, read: async (name: string) => kept.get(name) ?? null, write, remove: async (name: string) => void kept.delete(name), profileKey: async () => new Uint8Array(32) };
}

it('a sign-in that was removed while it was being written is gone', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const secrets = slowSecrets(promise);
  const records = signInRecords(secrets);
  const all = [records.write(RECORD), records.remove()];
  resolve();
  await Promise.all(all);
  expect(await records.read()).toBeNull();
});

it('a change that failed keeps none behind it waiting', async () => {
  const records = signInRecords(slowSecrets(Promise.reject(new Error('no'))));
  const failed = records.write(RECORD);
  await expect(failed).rejects.toThrow('no');
  await records.write(RECORD);
  expect(await records.read()).toEqual(RECORD);
});
