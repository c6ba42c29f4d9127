import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

export interface TableColumn<Row> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures and clocks are aligned right. */
  readonly isFigure?: boolean | undefined;
  /** Acts on the row: seen when it is pointed at, focused or selected. */
  readonly isActs?: boolean | undefined;
}

interface TableProps<Row> {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selectedKey?: string | undefined;
  /** With it a row can be focused and chosen by Enter or a click. */
  onSelect?: ((row: Row) => void) | undefined;
  /** 36 where rows carry avatars. */
  rowHeight?: 32 | 36 | undefined;
  className?: string | undefined;
}

/** Rows of facts: head 28, row 32. A long list is the feature's to window. */
export function Table<Row>({ label, columns, rows, rowKey, selectedKey, onSelect, rowHeight = 32, className }: TableProps<Row>) {
  return (
    <table aria-label={label} className={cn('w-full border-collapse text-13', className)}>
      <thead>
        <tr>
          {columns.map(({ id, head, isFigure }) => (
            <th key={id} scope="col" className={cn(CELL, 'h-7 border-line-strong text-start text-12 font-mid text-ink-muted', isFigure && 'text-end')}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row);
          return <TableRow key={key} row={row} columns={columns} isSelected={key === selectedKey} onSelect={onSelect} rowHeight={rowHeight} />;
        })}
      </tbody>
    </table>
  );
}

const CELL = 'border-b border-line px-2.5 whitespace-nowrap first:ps-4 last:pe-4';

interface TableRowProps<Row> extends Pick<TableProps<Row>, 'columns' | 'onSelect'> {
  row: Row;
  isSelected: boolean;
  rowHeight: number;
}

function TableRow<Row>({ row, columns, isSelected, onSelect, rowHeight }: TableRowProps<Row>) {
  const handleClick = (event: MouseEvent): void => {
    // An act inside the row is its own thing.
    const isAct = event.target instanceof Element && event.target.closest('button, a, input') !== null;
    if (!isAct) onSelect?.(row);
  };
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === event.currentTarget) onSelect?.(row);
  };
  return (
    <tr
      aria-current={isSelected || undefined}
      tabIndex={onSelect ? 0 : undefined}
      onClick={handleClick}
      onKeyDown={handleKeyDown}
      style={{ height: rowHeight }}
      className={cn(
        'group last:*:border-b-0 focus-visible:-outline-offset-2',
        isSelected ? 'bg-accent-soft *:first:shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-surface-hover',
      )}
    >
      {columns.map(({ id, cell, isFigure, isActs }) => (
        <td key={id} className={cn(CELL, isFigure && 'text-end', isActs && 'text-end', isActs && !isSelected && 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100')}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
