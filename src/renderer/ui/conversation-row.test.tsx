import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Clock } from './clock.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { CountBadge } from './count-badge.tsx';
import { SlaRing } from './sla-ring.tsx';
import { Trend } from './trend.tsx';

afterEach(cleanup);

it('is spoken once, in its own words, however much it shows', () => {
  render(
    <ConversationRow
      person={{ name: 'Mira', mood: { kind: 'angry', label: 'angry' }, tier: { rank: 'black', label: 'Black' } }}
      label="Mira, Black tier, waiting 1 minute 42, overdue"
      clock={<Clock level="red">01:42</Clock>}
      preview="So when?"
      trend={<Trend values={[0, -0.7]} mood="angry" label="falling" />}
      ring={<SlaRing state={{ kind: 'breached' }} label="missed" />}
      unread={<CountBadge count={2} />}
      isSelected
    />,
  );
  const row = screen.getByRole('button', { name: 'Mira, Black tier, waiting 1 minute 42, overdue' });
  expect(row.getAttribute('aria-current')).toBe('true');
  expect(screen.queryAllByRole('img')).toEqual([]);
});
