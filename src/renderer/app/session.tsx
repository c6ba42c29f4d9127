import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { useApp, useDesk } from '../bridge/desk-context.tsx';
import { createWorkspace } from '../bridge/workspace.ts';
import { WorkspaceProvider } from '../bridge/workspace-context.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { createStores, type Stores } from '../stores/stores.ts';
import { StoresProvider } from '../stores/stores-context.tsx';
import { createDeskRouter } from './router.tsx';
import { ToastOutlet } from './toast-outlet.tsx';
import { useKeyboard } from './use-keyboard.ts';

/** Everything that belongs to one account, or to nobody yet: what is written and chosen goes when the account does. */
export function Session() {
  const [stores] = useState(createStores);
  const isSignedIn = useApp((state) => state.account !== null);
  return (
    <StoresProvider stores={stores}>
      <Keyboard />
      <ToastOutlet>{isSignedIn ? <SignedIn stores={stores} /> : <SignInPage />}</ToastOutlet>
    </StoresProvider>
  );
}

function Keyboard() {
  useKeyboard();
  return null;
}

function SignedIn({ stores }: { stores: Stores }) {
  const desk = useDesk();
  const [workspace] = useState(() => createWorkspace(desk, stores));
  const [router] = useState(createDeskRouter);
  return (
    <WorkspaceProvider workspace={workspace}>
      <RouterProvider router={router} />
    </WorkspaceProvider>
  );
}
