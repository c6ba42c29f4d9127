import type { PrefixOf } from '../world/backend-node.ts';
import type { Site } from '../world/site.ts';

/** What a trial is given: a seed, a folder of its own, and a way to set up a service. */
export type TrialGround = {
  readonly seed: string;
  readonly folder: string;
  /** In a folder that isn't there yet; `prefixOf` stands before the command line of a service's only node. */
  readonly createSite: (folder: string, prefixOf?: PrefixOf) => Promise<Site>;
};

/** One thing that real processes have to come through. */
export type Trial = {
  readonly what: string;
  /** Programs that the machine must have. */
  readonly needs: readonly string[];
  /** What went wrong; nothing when it held. */
  readonly run: (ground: TrialGround) => Promise<readonly string[]>;
};
