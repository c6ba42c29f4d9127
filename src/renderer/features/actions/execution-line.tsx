import { useText } from '../../i18n/use-text.ts';
import type { ActionRecord } from '../../../shared/contracts/action.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useActionWords } from './use-action-words.ts';

/** Why an action was not taken; a changed order says that there is a new preview. */
export function RefusedLine({ failure }: { failure: Failure }) {
  const t = useText('actions');
  const words = useCodeText();
  const isStale = failure.code === 'STALE' || failure.code === 'STALE_ORDER';
  const whyNot = failure.details?.['whyNot'];
  const reason = typeof whyNot === 'string' ? words('whyNot', whyNot) : words('error', failure.code);
  return <p role="alert" className="text-12 text-risk">{isStale ? t('form.changed') : t('form.failed', { reason })}</p>;
}

/** What came of an action, with its receipt. */
export function RecordLine({ record }: { record: ActionRecord }) {
  const t = useText('actions');
  const words = useCodeText();
  const action = useActionWords();
  const act = action.submit(record.kind, record.amount);
  switch (record.state) {
    case 'executed': return <p role="status">{t('form.done', { act, receipt: record.receiptNumber ?? '' })}</p>;
    case 'proposed': return <p role="status">{t('form.proposed', { act })}</p>;
    case 'submitted': return <p role="status">{t('form.working')}</p>;
    case 'unconfirmed': return <p role="status" className="text-waiting">{t('form.unconfirmed')}</p>;
    case 'failed':
    case 'declined': return <p role="alert" className="text-risk">{t('form.failed', { reason: record.state === 'failed' ? words('error', record.failure ?? 'INTERNAL') : (record.failure ?? words('actionState', 'declined')) })}</p>;
  }
}
