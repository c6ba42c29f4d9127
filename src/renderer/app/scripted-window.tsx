import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { AppState } from '../../shared/contracts/bridge/app-state.ts';
import { createDesk, type Desk } from '../bridge/desk.ts';
import { DeskProvider } from '../bridge/desk-context.tsx';
import { createQueryClient } from '../bridge/query-client.ts';
import { signedInApp, START, type ScriptedMain } from '../bridge/scripted-main.ts';
import { createWorkspace } from '../bridge/workspace.ts';
import { WorkspaceProvider } from '../bridge/workspace-context.tsx';
import { startI18n } from '../i18n/start-i18n.ts';
import { createTickSource } from '../lib/tick-source.ts';
import { createStores, type Stores } from '../stores/stores.ts';
import { StoresProvider } from '../stores/stores-context.tsx';
import { TickProvider } from '../ui/tick.tsx';
import { useKeyboard } from './use-keyboard.ts';

/** A window for tests: everything real but its far end, its clock and its ids. */
export type ScriptedWindow = {
  readonly desk: Desk;
  readonly stores: Stores;
  readonly Window: (props: { children: ReactNode }) => ReactNode;
};

/** Timers never run by themselves here: what waits for one is not what these tests are about. */
const never = (): (() => void) => () => {};

export function createScriptedWindow(main: ScriptedMain, app: Partial<AppState> = {}): ScriptedWindow {
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `01890000-0000-7000-9000-${String(made).padStart(12, '0')}`;
  };
  const desk = createDesk({ bridge: main.bridge, newId, tick: createTickSource({ now: () => START, every: never }), after: never, queries: createQueryClient() });
  desk.app.setState(signedInApp(app), true);
  const stores = createStores();
  const workspace = createWorkspace(desk, stores);
  const i18n = startI18n('en');
  const Window = ({ children }: { children: ReactNode }) => (
    <DeskProvider desk={desk}>
      <QueryClientProvider client={desk.queries}>
        <TickProvider source={desk.tick}>
          <I18nextProvider i18n={i18n}>
            <StoresProvider stores={stores}>
              <Keyboard />
              <WorkspaceProvider workspace={workspace}>{children}</WorkspaceProvider>
            </StoresProvider>
          </I18nextProvider>
        </TickProvider>
      </QueryClientProvider>
    </DeskProvider>
  );
  return { desk, stores, Window };
}

function Keyboard() {
  useKeyboard();
  return null;
}
