import { createStore } from 'zustand/vanilla';
import type { CommandId } from './commands.ts';

type Handlers = ReadonlyMap<CommandId, () => void>;

export type CommandState = {
  /** Commands that can be given right now. */
  readonly handlers: Handlers;
  /** Binds a command until the returned undo; the newest binding wins. */
  readonly bind: (id: CommandId, run: () => void) => () => void;
};

/** Who answers which command now. */
export const createCommandStore = () =>
  createStore<CommandState>()((set, get) => ({
    handlers: new Map(),
    bind: (id, run) => {
      set((state) => ({ handlers: new Map(state.handlers).set(id, run) }));
      return () => {
        if (get().handlers.get(id) !== run) return;
        const handlers = new Map(get().handlers);
        handlers.delete(id);
        set({ handlers });
      };
    },
  }));
