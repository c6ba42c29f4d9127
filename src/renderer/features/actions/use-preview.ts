import { useEffect, useState } from 'react';
import type { ActionArguments, ActionKind, ActionPreview } from '../../../shared/contracts/action.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { useAsk } from '../../bridge/ask.ts';
import { useDesk } from '../../bridge/desk-context.tsx';

/** Values are asked about once they have stood still this long, in milliseconds. */
const STANDS_STILL = 300;

export type PreviewState = {
  readonly preview: ActionPreview | null;
  /** The preview is of exactly these values and this order: only then may its button act. */
  readonly isCurrent: boolean;
  readonly failure: Failure | null;
};

type About = { readonly conversationId: string; readonly kind: ActionKind; readonly order: Order; readonly values: ActionArguments; readonly isComplete: boolean };

/** What the action would do with these values. */
export function usePreview({ conversationId, kind, order, values, isComplete }: About): PreviewState {
  const { after } = useDesk();
  const wanted = JSON.stringify(values);
  const [settled, setSettled] = useState(wanted);
  useEffect(() => (settled === wanted ? undefined : after(STANDS_STILL, () => setSettled(wanted))), [after, settled, wanted]);
  const { data, error, isPlaceholderData, isFetching } = useAsk(
    ['actions', 'preview'],
    { conversationId, orderNumber: order.number, kind, orderVersion: order.version, arguments: JSON.parse(settled) as ActionArguments },
    { isEnabled: isComplete, freshFor: 0, keepPrevious: true },
  );
  const isCurrent = isComplete && settled === wanted && !isPlaceholderData && !isFetching && data?.orderVersion === order.version;
  return { preview: isComplete ? (data ?? null) : null, isCurrent, failure: error?.failure ?? null };
}
