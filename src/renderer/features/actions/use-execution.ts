import { useState } from 'react';
import type { ActionArguments, ActionPreview, ActionRecord } from '../../../shared/contracts/action.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import type { ReadyMirror } from '../../bridge/mirror-state.ts';
import { useSilentAct } from '../../bridge/use-act.ts';
import { useReady } from '../../bridge/workspace-context.tsx';

/** Where an action stands after its button was pressed. */
export type Execution =
  | { readonly kind: 'none' }
  | { readonly kind: 'working' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'recorded'; readonly record: ActionRecord };

/** The newest record of the action that a command started: its id is the command's. */
function recordOf({ displayed: { confirmed } }: ReadyMirror, id: string): ActionRecord | null {
  const item = confirmed.window.items.findLast((candidate) => candidate.kind === 'action' && candidate.record.actionId === id);
  if (item?.kind === 'action') return item.record;
  return confirmed.head.openActions.find((record) => record.actionId === id) ?? null;
}

function executionOf(mirror: ReadyMirror, id: string | null): Execution {
  if (id === null) return { kind: 'none' };
  const record = recordOf(mirror, id);
  if (record !== null && record.state !== 'submitted') return { kind: 'recorded', record };
  const entry = mirror.entries.find((candidate) => candidate.id === id);
  return entry?.state.kind === 'refused' ? { kind: 'refused', failure: entry.state.failure } : { kind: 'working' };
}

/** Runs an action once and follows it to its receipt. */
export function useExecution(conversationId: string): { execution: Execution; run: (preview: ActionPreview, values: ActionArguments) => Promise<void>; reset: () => void } {
  const { bridge } = useDesk();
  const act = useSilentAct(conversationId);
  const [step, setStep] = useState<{ id: string | null; failure: Failure | null; isAsking: boolean }>({ id: null, failure: null, isAsking: false });
  const followed = useReady(conversationId, (mirror) => JSON.stringify(executionOf(mirror, step.id)));

  const run = async ({ kind, orderNumber, orderVersion }: ActionPreview, values: ActionArguments): Promise<void> => {
    setStep({ id: null, failure: null, isAsking: true });
    const answer = await act('action.execute', { kind, orderNumber, orderVersion, arguments: values });
    setStep({ id: answer.ok ? answer.value.id : null, failure: answer.ok ? null : answer.error, isAsking: false });
  };
  const reset = (): void => {
    if (step.id !== null) void bridge.command('outbox.drop', { id: step.id });
    setStep({ id: null, failure: null, isAsking: false });
  };
  if (step.failure !== null) return { execution: { kind: 'refused', failure: step.failure }, run, reset };
  return { execution: step.isAsking ? { kind: 'working' } : (JSON.parse(followed) as Execution), run, reset };
}
