/** What the attackers did and how they were answered. */
export type Tally = {
  readonly sent: number;
  /** By code; `accepted` for those that were not refused. */
  readonly answers: { readonly [code: string]: number };
  /** Connections that the server ended. */
  readonly ended: number;
  /** Asked on a line that lived on, and never answered. */
  readonly unanswered: number;
};

export type Counting = {
  readonly countSent: () => void;
  readonly countAnswer: (text: string) => void;
  readonly countEnded: () => void;
  readonly countUnanswered: () => void;
  /** Hands over what was counted and begins anew. */
  readonly take: () => Tally;
};

const CODE = /"code":"([A-Z_]+)"/;

/** Reads no more of an answer than its verdict. */
const verdictOf = (text: string): string => (text.startsWith('[{"ok":true') ? 'accepted' : (CODE.exec(text)?.[1] ?? `no code: ${text.slice(0, 60)}`));

export function createCounting(): Counting {
  let sent = 0;
  let ended = 0;
  let unanswered = 0;
  let answers = new Map<string, number>();
  return {
    countSent: () => void (sent += 1),
    countAnswer: (text) => {
      const verdict = verdictOf(text);
      answers.set(verdict, (answers.get(verdict) ?? 0) + 1);
    },
    countEnded: () => void (ended += 1),
    countUnanswered: () => void (unanswered += 1),
    take: () => {
      const tally = { sent, ended, unanswered, answers: Object.fromEntries(answers) };
      sent = ended = unanswered = 0;
      answers = new Map();
      return tally;
    },
  };
}

/** Both together. */
export function addTallies(one: Tally, other: Tally): Tally {
  const codes = new Set([...Object.keys(one.answers), ...Object.keys(other.answers)]);
  const answers = Object.fromEntries([...codes].map((code) => [code, (one.answers[code] ?? 0) + (other.answers[code] ?? 0)]));
  return { sent: one.sent + other.sent, ended: one.ended + other.ended, unanswered: one.unanswered + other.unanswered, answers };
}
