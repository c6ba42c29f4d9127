import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Table, type TableColumn } from './table.tsx';

afterEach(cleanup);

interface Queue {
  readonly name: string;
}

it('chooses a row by Enter or a click, but not by what happens inside its acts', () => {
  const chosen: string[] = [];
  const columns: readonly TableColumn<Queue>[] = [
    { id: 'name', head: 'Queue', cell: (row) => row.name },
    { id: 'acts', head: '', cell: (row) => <button type="button">Watch {row.name}</button>, isActs: true },
  ];
  render(<Table label="Queues" columns={columns} rows={[{ name: 'a' }, { name: 'b' }]} rowKey={(row) => row.name} selectedKey="a" onSelect={(row) => chosen.push(row.name)} />);
  const row = screen.getByRole('row', { name: /^b/ });
  fireEvent.keyDown(row, { key: 'Enter' });
  fireEvent.click(screen.getByText('b'));
  const act = screen.getByRole('button', { name: 'Watch b' });
  fireEvent.keyDown(act, { key: 'Enter' });
  fireEvent.click(act);
  expect(chosen).toEqual(['b', 'b']);
  expect(screen.getByRole('row', { name: /^a/ }).getAttribute('aria-current')).toBe('true');
});
