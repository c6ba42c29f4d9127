import { cn } from '../lib/cn.ts';

/** A place that has never been filled; shown once in a life, and it does not move. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden className={cn('block rounded-tag bg-line', className)} />;
}

/** The shape of a conversation row, while the list is read for the first time. */
export function ConversationRowSkeleton() {
  return (
    <div className="grid h-14 grid-cols-[12px_1fr_40px] items-center gap-2 px-3">
      <Skeleton className="size-3" />
      <span className="grid gap-2">
        <Skeleton className="h-2.5 w-1/3" />
        <Skeleton className="h-2 w-2/3" />
      </span>
      <Skeleton className="h-2.5" />
    </div>
  );
}
