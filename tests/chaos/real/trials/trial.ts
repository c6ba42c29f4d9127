/** What a trial is given: a seed, a folder of its own, and a data folder with the demo shop to copy. */
export type TrialGround = { readonly seed: string; readonly folder: string; readonly template: string };

/** One thing that real processes have to come through. */
export type Trial = {
  readonly what: string;
  /** Programs that the machine must have. */
  readonly needs: readonly string[];
  /** What went wrong; nothing when it held. */
  readonly run: (ground: TrialGround) => Promise<readonly string[]>;
};
