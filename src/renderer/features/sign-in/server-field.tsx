import { Check, CircleAlert } from 'lucide-react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useText } from '../../i18n/use-text.ts';
import { PROTOCOL_VERSION } from '../../../shared/lib/protocol.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Input } from '../../ui/input.tsx';
import { useServerProbe, type Probe } from './use-server-probe.ts';

function useProbeWords(): (probe: Probe) => { hint: string; error?: string } {
  const t = useText('signIn');
  return (probe) => {
    switch (probe.kind) {
      case 'none': return { hint: t('serverHint') };
      case 'asking': return { hint: t('probing') };
      case 'reachable': return { hint: t('reachable', { milliseconds: Math.round(probe.milliseconds), protocol: probe.protocol }) };
      case 'other-protocol': return { hint: '', error: t('otherProtocol', { protocol: probe.protocol, ours: PROTOCOL_VERSION }) };
      case 'unreachable': return { hint: '', error: t('unreachable') };
    }
  };
}

/** The server's address, and at once whether it is there. */
export function ServerField({ address, field, isFirst }: { address: string; field: UseFormRegisterReturn; isFirst: boolean }) {
  const t = useText('signIn');
  const probe = useServerProbe(address);
  const { hint, error } = useProbeWords()(probe);
  const isReachable = probe.kind === 'reachable';
  const sign = error === undefined ? isReachable && <Icon of={Check} /> : <Icon of={CircleAlert} className="text-risk" />;
  return (
    <Field label={t('server')} hint={hint} error={error}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has one purpose, and nothing can be signed in to before this is filled in */}
      <Input {...field} size="large" inputMode="url" autoComplete="url" spellCheck={false} autoFocus={isFirst} end={sign} />
    </Field>
  );
}
