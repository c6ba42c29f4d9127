import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Desk } from '../bridge/desk.ts';
import { DeskProvider, useApp, useIsReady } from '../bridge/desk-context.tsx';
import { TickProvider } from '../ui/tick.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { LanguageGate } from './language-gate.tsx';
import { Session } from './session.tsx';
import { useTheme } from './use-theme.ts';

/** The whole window on its ground. */
export function App({ desk }: { desk: Desk }) {
  useEffect(() => desk.start(), [desk]);
  return (
    <DeskProvider desk={desk}>
      <QueryClientProvider client={desk.queries}>
        <TickProvider source={desk.tick}>
          <Gate />
        </TickProvider>
      </QueryClientProvider>
    </DeskProvider>
  );
}

/** Nothing is drawn before main has said in which language, and for whom; that takes a few milliseconds. */
function Gate() {
  return useIsReady() ? <Ready /> : null;
}

function Ready() {
  useTheme();
  const accountId = useApp((state) => state.account?.id ?? 'nobody');
  return (
    <LanguageGate>
      <TooltipProvider>
        <Session key={accountId} />
      </TooltipProvider>
    </LanguageGate>
  );
}
