import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Palette } from '../features/palette/palette.tsx';
import { DeskRail } from '../features/rail/desk-rail.tsx';
import { useScreen } from '../stores/stores-context.tsx';
import { Boundary } from './boundary.tsx';
import { useReturnFocus } from './use-return-focus.ts';
import { useWindowCommands } from './use-window-commands.ts';

/** Whoever chooses a conversation, or asks for a place of the desk, wants to be at the desk. */
function useWayToDesk(): void {
  const navigate = useNavigate();
  const selectedId = useScreen((state) => state.selectedId);
  const asked = useScreen((state) => state.focus.count);
  useEffect(() => {
    if (selectedId !== null || asked > 0) void navigate({ to: '/' });
  }, [navigate, selectedId, asked]);
}

/** The frame around every module: the rail, the palette, the module. */
export function Shell() {
  useWayToDesk();
  useWindowCommands();
  useReturnFocus();
  return (
    <div className="flex h-full bg-canvas">
      <header data-pane="rail" className="flex"><DeskRail /></header>
      <Boundary><Outlet /></Boundary>
      <Palette />
    </div>
  );
}
