import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useText } from '../../i18n/use-text.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { useApp, useDesk } from '../../bridge/desk-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PasswordField } from './password-field.tsx';
import { ServerField } from './server-field.tsx';

type Values = { server: string; login: string; password: string };

/** Signs in to a server with an account. */
export function SignInForm() {
  const t = useText('signIn');
  const words = useCodeText();
  const { bridge } = useDesk();
  const canKeep = useApp((state) => state.canKeepSignIn);
  const knownServer = useApp((state) => state.server ?? '');
  const [keep, setKeep] = useState(canKeep);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { register, handleSubmit, formState, control } = useForm<Values>({ defaultValues: { server: knownServer, login: '', password: '' } });
  const server = useWatch({ control, name: 'server' });

  const signIn = async (values: Values): Promise<void> => {
    setFailure(null);
    const answer = await bridge.command('session.sign-in', { ...values, server: values.server.trim(), login: values.login.trim(), keep: keep && canKeep });
    if (!answer.ok) setFailure(answer.error);
  };
  const needed = { required: t('needed') };
  const { errors, isSubmitting } = formState;
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(signIn)(event)} className="grid gap-3.5">
      <ServerField address={server} field={register('server', needed)} isFirst={knownServer === ''} />
      <Field label={t('account')} error={errors.login?.message}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has one purpose and opens for it; whose server is known begins with the account */}
        <Input {...register('login', needed)} size="large" autoComplete="username" spellCheck={false} autoFocus={knownServer !== ''} />
      </Field>
      <PasswordField field={register('password', needed)} error={errors.password?.message} />
      <div className="grid gap-1">
        <Checkbox isChecked={keep && canKeep} onCheckedChange={setKeep} disabled={!canKeep}>{t('keep')}</Checkbox>
        {!canKeep && <p className="text-12 text-ink-muted">{t('cantKeep')}</p>}
      </div>
      {failure !== null && <p role="alert" className="text-risk">{words('error', failure.code)}</p>}
      <Button tone="primary" size="large" type="submit" aria-disabled={isSubmitting}>
        {isSubmitting ? t('working') : t('submit')}
        {!isSubmitting && <KeyCap>↵</KeyCap>}
      </Button>
    </form>
  );
}
