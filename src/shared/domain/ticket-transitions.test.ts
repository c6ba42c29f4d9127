import { describe, expect, it } from 'vitest';
import { ticketStateSchema } from '../contracts/ticket.ts';
import { canMoveTicket } from './ticket-transitions.ts';

/** From each state (row) to each state (column); `x` may go. */
const TABLE = [
  '            new  open  pending  on-hold  solved  closed',
  'new         .    x     x        x        x       .',
  'open        .    .     x        x        x       .',
  'pending     .    x     .        x        x       .',
  'on-hold     .    x     x        .        x       .',
  'solved      .    x     .        .        .       x',
  'closed      .    .     .        .        .       .',
].map((line) => line.trim().split(/\s+/));

const [columns = [], ...rows] = TABLE;

describe('a ticket', () => {
  it('has its states as rows and columns of the table', () => {
    expect(columns).toEqual(ticketStateSchema.options);
    expect(rows.map(([from]) => from)).toEqual(ticketStateSchema.options);
  });

  it.each(rows)('%s goes where the table says', (name, ...marks) => {
    const from = ticketStateSchema.parse(name);
    expect(ticketStateSchema.options.map((to) => (canMoveTicket(from, to) ? 'x' : '.'))).toEqual(marks);
  });
});
