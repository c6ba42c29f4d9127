import { ToastShelf } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { BadgeSpecs, ClockSpecs } from './mark-specs.tsx';
import { ButtonSpecs, FieldSpecs, TabSpecs } from './control-specs.tsx';
import { ChangesSpecs, MenuSpecs, PaletteSpecs, TableSpecs } from './floating-specs.tsx';
import { LeadSpecs } from './lead-specs.tsx';
import { MessageSpecs } from './message-specs.tsx';
import { FrameSpecs, OrderSpecs } from './pane-specs.tsx';
import { RowSpecs } from './row-specs.tsx';
import { StripSpecs } from './strip-specs.tsx';
import { ComposerSpecs, GuardSpecs, PacketSpecs, SuggestionSpecs } from './writing-specs.tsx';
import { WORDS } from './words.ts';

/** The design system on one page; `open` shows one thing that floats. */
export function Gallery({ open }: { open: string }) {
  return (
    <TooltipProvider>
      <ToastShelf label={WORDS.strips.shelf}>
        <main className="w-360 bg-surface px-10 pt-6 pb-10">
          <header className="grid gap-0.5 border-b border-line pb-4">
            <h1 className="text-20 font-strong tracking-[-.01em]">{WORDS.title}</h1>
            <p className="text-ink-muted">{WORDS.intro}</p>
          </header>
          <div className="grid grid-cols-2 items-start gap-x-12">
            <div>
              <ButtonSpecs />
              <FieldSpecs />
              <TabSpecs />
              <BadgeSpecs />
              <ClockSpecs />
              <RowSpecs />
              <MessageSpecs />
            </div>
            <div>
              <PacketSpecs />
              <SuggestionSpecs />
              <GuardSpecs />
              <ComposerSpecs />
              <StripSpecs />
              <MenuSpecs />
              <ChangesSpecs open={open} />
              <PaletteSpecs isOpen={open === 'palette'} />
              <TableSpecs />
              <LeadSpecs />
              <OrderSpecs />
              <FrameSpecs />
            </div>
          </div>
        </main>
      </ToastShelf>
    </TooltipProvider>
  );
}
