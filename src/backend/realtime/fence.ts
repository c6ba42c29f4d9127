import type { Standing } from '../nodes/node-word.ts';

/**
 * Which of two connections of an agent stays. Of one device the one with the later epoch, however late an older one arrives; of two
 * devices the one that came last, by its node's clock.
 */
export function outranks(one: Standing, other: Standing): boolean {
  if (one.deviceId === other.deviceId && one.epoch !== other.epoch) return one.epoch > other.epoch;
  if (one.at !== other.at) return one.at > other.at;
  return one.nodeId > other.nodeId;
}
