import { useMemo } from 'react';
import type { Queue, Presence, Staff } from '../../shared/contracts/people.ts';
import type { LocalizedText } from '../../shared/contracts/basics.ts';
import { useAsk } from './ask.ts';

const FRESH_FOR = 60_000;

export type People = {
  readonly staff: readonly Staff[];
  readonly presence: readonly Presence[];
  readonly queues: readonly Queue[];
  readonly staffName: (id: string) => LocalizedText | null;
  readonly queueName: (id: string) => LocalizedText | null;
};

/** Colleagues and queues by name; empty until they are known. */
export function usePeople(): People {
  const { data } = useAsk(['people', 'list'], {}, { freshFor: FRESH_FOR });
  return useMemo(() => {
    const { staff, presence, queues } = data ?? { staff: [], presence: [], queues: [] };
    const staffNames = new Map(staff.map(({ id, name }) => [id, name]));
    const queueNames = new Map(queues.map(({ id, name }) => [id, name]));
    return { staff, presence, queues, staffName: (id) => staffNames.get(id) ?? null, queueName: (id) => queueNames.get(id) ?? null };
  }, [data]);
}
