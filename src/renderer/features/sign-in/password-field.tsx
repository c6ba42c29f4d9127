import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useText } from '../../i18n/use-text.ts';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';

/** The password, which may be looked at. */
export function PasswordField({ field, error }: { field: UseFormRegisterReturn; error: string | undefined }) {
  const t = useText('signIn');
  const [isShown, setIsShown] = useState(false);
  const eye = (
    <IconButton
      icon={isShown ? EyeOff : Eye}
      label={isShown ? t('hidePassword') : t('showPassword')}
      size="small"
      className="-me-1"
      onClick={() => setIsShown(!isShown)}
    />
  );
  return (
    <Field label={t('password')} error={error}>
      <Input {...field} size="large" type={isShown ? 'text' : 'password'} autoComplete="current-password" end={eye} />
    </Field>
  );
}
