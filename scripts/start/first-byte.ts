export type FirstByte = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** Whether `url` begins to answer with a body within `patience` milliseconds; the rest isn't read. */
export async function waitForFirstByte(url: string, patience: number): Promise<FirstByte> {
  const tooLong = AbortSignal.timeout(patience);
  const enough = new AbortController();
  try {
    const response = await fetch(url, { signal: AbortSignal.any([tooLong, enough.signal]) });
    if (!response.ok) return { ok: false, why: `${response.status} ${response.statusText}`.trim() };
    const first = await response.body?.getReader().read();
    return first?.value === undefined ? { ok: false, why: 'an empty answer' } : { ok: true };
  } catch (problem) {
    return { ok: false, why: tooLong.aborted ? `no byte within ${patience / 1000} s` : causeOf(problem) };
  } finally {
    enough.abort();
  }
}

function causeOf(problem: unknown): string {
  const cause = problem instanceof Error && problem.cause instanceof Error ? problem.cause : problem;
  return cause instanceof Error ? cause.message : 'no answer';
}
