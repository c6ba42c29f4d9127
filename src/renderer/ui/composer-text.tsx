import type { ComponentProps } from 'react';
import type { TextSpan } from '../lib/text-spans.ts';
import { cn } from '../lib/cn.ts';
import { MarkedText } from './marked-text.tsx';

const NO_MARKS: readonly TextSpan<'guard'>[] = [];
const LETTERS = 'w-full px-4 py-2 text-14 whitespace-pre-wrap';

interface ComposerTextProps extends Omit<ComponentProps<'textarea'>, 'value'> {
  value: string;
  /** The words the guard objects to. */
  marks?: readonly TextSpan<'guard'>[] | undefined;
  /** Notes and whispers: the hatch shows at the edge of the eye that the customer will not see it. */
  isInternal?: boolean | undefined;
}

/**
 * Where one writes: plain text that grows to 40 % of the window, then scrolls. A text area can't mark its words, so a
 * copy of the text with the marks and without ink lies behind it, only while there is something to mark.
 */
export function ComposerText({ value, marks = NO_MARKS, isInternal = false, className, ...rest }: ComposerTextProps) {
  return (
    <div className={cn('max-h-[40vh] overflow-y-auto scroll-thin', isInternal && 'hatch', className)}>
      <div className="relative mx-auto w-full max-w-240">
        {marks.length > 0 && (
          <div aria-hidden className={cn(LETTERS, 'pointer-events-none absolute inset-0 text-transparent')}>
            <MarkedText text={value} spans={marks} />
          </div>
        )}
        <textarea
          {...rest}
          value={value}
          className={cn(LETTERS, 'relative field-sizing-content block min-h-15 resize-none bg-transparent caret-accent outline-none short:min-h-9.5')}
        />
      </div>
    </div>
  );
}
