/** Does something with each of a list, at most so many at a time; the results stand in the list's order. */
export async function sideBySide<T, R>(list: readonly T[], atOnce: number, run: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const left = [...list.entries()];
  const results: (readonly [number, R])[] = [];
  const takeInTurn = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) results.push([next[0], await run(next[1], next[0])]);
  };
  await Promise.all(Array.from({ length: atOnce }, takeInTurn));
  return results.toSorted(([one], [other]) => one - other).map(([, result]) => result);
}
