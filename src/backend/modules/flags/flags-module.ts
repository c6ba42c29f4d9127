import type { BackendModule } from '../../module.ts';
import { DESK_ROLES } from '../../policy/rules.ts';
import { judgeFlag } from './judge-flag.ts';

/** A person's word on what the machine has flagged. */
export const flagsModule: BackendModule = {
  name: 'flags',
  policy: { commands: { 'flag.judge': DESK_ROLES } },
  commands: { 'flag.judge': judgeFlag },
};
