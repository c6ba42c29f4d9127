import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { dialogFace, DIALOG_TITLE, SCRIM, type DialogWidth } from './dialog-face.tsx';

interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  width?: DialogWidth | undefined;
  /** `DialogBody` and `DialogFooter`. */
  children: ReactNode;
}

/** A task in front of the desk; Escape and the scrim close it and nothing is done. */
export function Dialog({ isOpen, onOpenChange, title, width = 'normal', children }: DialogProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={SCRIM}>
          <Primitive.Content aria-describedby={undefined} className={dialogFace(width)}>
            <Primitive.Title className={DIALOG_TITLE}>{title}</Primitive.Title>
            {children}
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
