/** Tokens that may still be spent today; days are UTC. */
export type TokenBudget = { readonly isLeft: () => boolean; readonly spend: (tokens: number) => void };

const DAY = 86_400_000;

/** A budget of tokens a day, starting full. */
export function createTokenBudget(tokensPerDay: number, now: () => number): TokenBudget {
  let day = Math.floor(now() / DAY);
  let spent = 0;
  const turnPage = (): void => {
    const today = Math.floor(now() / DAY);
    if (today !== day) {
      day = today;
      spent = 0;
    }
  };
  return {
    isLeft: () => {
      turnPage();
      return spent < tokensPerDay;
    },
    spend: (tokens) => {
      turnPage();
      spent += tokens;
    },
  };
}
