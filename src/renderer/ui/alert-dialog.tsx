import { AlertDialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { DialogFooter, dialogFace, DIALOG_TITLE, SCRIM, type DialogWidth } from './dialog-face.tsx';
import { KeyCap } from './key-cap.tsx';

interface AlertChoice {
  readonly label: string;
  readonly cap?: string | undefined;
  readonly onChoose: () => void;
}

interface AlertAct extends AlertChoice {
  /** It was chosen and is being done: a second press is not meant. */
  readonly isBusy?: boolean | undefined;
}

interface AlertDialogProps {
  isOpen: boolean;
  title: string;
  /** What is at stake; it is read aloud with the title. */
  description: ReactNode;
  /** Lists of changes and such, under the description. */
  children?: ReactNode;
  width?: DialogWidth | undefined;
  /** A quiet line at the other end of the answers. */
  note?: ReactNode;
  /** Nothing happens; it has the focus, and Escape means it. */
  safe: AlertChoice;
  /** What it was opened for. `danger` repeats what it costs. */
  act?: (AlertAct & { readonly tone: 'danger' | 'quiet' }) | undefined;
}

/** A question that must be answered; the safe answer has the focus. */
export function AlertDialog({ isOpen, title, description, children, width = 'normal', note, safe, act }: AlertDialogProps) {
  const isSafeFilled = act?.tone !== 'danger';
  return (
    <Primitive.Root open={isOpen} onOpenChange={(isStillOpen) => !isStillOpen && safe.onChoose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={SCRIM}>
          <Primitive.Content className={dialogFace(width)}>
            <Primitive.Title className={DIALOG_TITLE}>{title}</Primitive.Title>
            <Primitive.Description className="px-5 pt-1 pb-4 text-ink-2">{description}</Primitive.Description>
            {children}
            <DialogFooter note={note}>
              {act?.tone === 'quiet' && <Choice {...act} />}
              <Primitive.Cancel asChild>
                <Button tone={isSafeFilled ? 'primary' : 'outline'}>
                  <ChoiceWords {...safe} />
                </Button>
              </Primitive.Cancel>
              {act?.tone === 'danger' && <Choice {...act} />}
            </DialogFooter>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

// Not the primitive's own Action: that one also closes, which here means the safe answer.
function Choice({ tone, isBusy = false, onChoose, ...words }: AlertAct & { tone: 'danger' | 'quiet' }) {
  return (
    <Button tone={tone} aria-disabled={isBusy} onClick={() => !isBusy && onChoose()}>
      <ChoiceWords {...words} />
    </Button>
  );
}

function ChoiceWords({ label, cap }: Pick<AlertChoice, 'label' | 'cap'>) {
  return (
    <>
      {label}
      {cap !== undefined && <KeyCap>{cap}</KeyCap>}
    </>
  );
}
