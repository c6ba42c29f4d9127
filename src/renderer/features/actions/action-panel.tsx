import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useForm, useWatch, type FieldValues } from 'react-hook-form';
import { useText } from '../../i18n/use-text.ts';
import type { ActionArguments, ActionPreview, OfferedAction } from '../../../shared/contracts/action.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { ActionForm } from '../../ui/action-form.tsx';
import { Button } from '../../ui/button.tsx';
import { SumList } from '../../ui/sum-list.tsx';
import { ActionField } from './action-field.tsx';
import { RecordLine, RefusedLine } from './execution-line.tsx';
import { argumentsOf, isComplete, schemaFields } from './schema-fields.ts';
import { useActionWords } from './use-action-words.ts';
import { useExecution, type Execution } from './use-execution.ts';
import { usePreview } from './use-preview.ts';

interface ActionPanelProps {
  conversationId: string;
  order: Order;
  offered: OfferedAction;
  onClose: () => void;
}

const isStale = (execution: Execution): boolean => execution.kind === 'refused' && (execution.failure.code === 'STALE_ORDER' || execution.failure.code === 'STALE');

/** After an act on an order that has changed, everything known of orders is asked again: there is only a new preview, no "anyway". */
function useFreshOrders(execution: Execution): void {
  const queries = useQueryClient();
  const isOld = isStale(execution);
  useEffect(() => {
    if (isOld) void Promise.all([queries.invalidateQueries({ queryKey: ['customers'] }), queries.invalidateQueries({ queryKey: ['actions'] })]);
  }, [queries, isOld]);
}

/** The form of one action: fields, what it would do, and one button that repeats the amount. */
export function ActionPanel({ conversationId, order, offered, onClose }: ActionPanelProps) {
  const t = useText('actions');
  const words = useActionWords();
  const { kind } = offered;
  const fields = schemaFields(offered.argumentsSchema);
  const { control } = useForm({ defaultValues: offered.defaults as FieldValues });
  const values = argumentsOf(fields, useWatch({ control })) as ActionArguments;
  const { preview, isCurrent, failure } = usePreview({ conversationId, kind, order, values, isComplete: isComplete(fields, values) });
  const { execution, run, reset } = useExecution(conversationId);
  const isLive = useApp((state) => state.connection.state === 'live');
  useFreshOrders(execution);
  const canRun = isLive && isCurrent && execution.kind !== 'working';
  const submit = (): void => {
    if (canRun && preview !== null) void run(preview, values);
  };
  if (execution.kind === 'recorded') return <Done onAgain={reset} onClose={onClose}><RecordLine record={execution.record} /></Done>;
  return (
    <ActionForm label={words.title(kind)} onSubmit={submit}>
      <div className="grid grid-cols-2 items-start gap-2 [&>fieldset]:col-span-2">
        {fields.map((field) => <ActionField key={field.name} kind={kind} field={field} order={order} control={control} />)}
      </div>
      {preview !== null && <Preview preview={preview} order={order} />}
      {execution.kind === 'refused' ? <RefusedLine failure={execution.failure} /> : failure !== null && <RefusedLine failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton preview={preview} offered={offered} canRun={canRun} isWorking={execution.kind === 'working'} isLive={isLive} />
        <Button tone="quiet" onClick={onClose}>{t('common:cancel')}</Button>
        <span className="ms-auto text-12 text-ink-muted"><LimitNote preview={preview} offered={offered} /></span>
      </div>
    </ActionForm>
  );
}

function SubmitButton({ preview, offered, canRun, isWorking, isLive }: { preview: ActionPreview | null; offered: OfferedAction; canRun: boolean; isWorking: boolean; isLive: boolean }) {
  const t = useText('actions');
  const words = useActionWords();
  const act = words.submit(offered.kind, preview?.total ?? null);
  const label = preview?.needsApproval === true ? t('form.propose', { act }) : act;
  return (
    <Button tone="primary" type="submit" aria-disabled={!canRun} title={isLive ? undefined : t('form.offline')}>
      {isWorking ? t('form.working') : label}
    </Button>
  );
}

function LimitNote({ preview, offered }: { preview: ActionPreview | null; offered: OfferedAction }) {
  const t = useText('actions');
  const words = useActionWords();
  const isLive = useApp((state) => state.connection.state === 'live');
  if (!isLive) return <span className="text-waiting">{t('form.offline')}</span>;
  if (preview?.needsApproval === true) return t('form.needsApproval', { limit: offered.limit === null ? '' : words.money(offered.limit) });
  return preview?.total == null ? t('form.free') : t('form.withinLimit');
}

/** The preview as a sum. The last line of a kind without money stands for the total. */
function Preview({ preview, order }: { preview: ActionPreview; order: Order }) {
  const t = useText('actions');
  const words = useActionWords();
  const rows = preview.lines.map((line) => ({ term: words.previewLine(line), figure: line.amount === null ? '' : words.money(line.amount) }));
  const last = rows.at(-1);
  const total = preview.total === null ? null : { term: t('form.total'), figure: words.money(preview.total) };
  return (
    <div>
      <div className="flex text-12 text-ink-muted">
        {t('form.preview')} <span className="ms-auto">{t('form.once')}, {t('form.on', { version: order.version })}</span>
      </div>
      {total === null ? last !== undefined && <SumList rows={rows.slice(0, -1)} total={last} /> : <SumList rows={rows} total={total} />}
    </div>
  );
}

function Done({ children, onAgain, onClose }: { children: ReactNode; onAgain: () => void; onClose: () => void }) {
  const t = useText('actions');
  return (
    <div className="mt-2.5 grid gap-2 border-s-2 border-accent ps-2.5">
      {children}
      <div className="flex gap-2">
        <Button size="small" onClick={onAgain}>{t('form.again')}</Button>
        <Button size="small" tone="quiet" onClick={onClose}>{t('common:close')}</Button>
      </div>
    </div>
  );
}
