import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useCommand } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';

/** Into the built-in demo shop with one key. */
export function DemoDoor() {
  const t = useText('signIn');
  const words = useCodeText();
  const { bridge } = useDesk();
  const cap = useChordCap();
  const [step, setStep] = useState<{ isOpening: boolean; failure: Failure | null }>({ isOpening: false, failure: null });

  const open = async (): Promise<void> => {
    setStep({ isOpening: true, failure: null });
    const answer = await bridge.command('session.sign-in-demo', { login: null });
    setStep({ isOpening: false, failure: answer.ok ? null : answer.error });
  };
  useCommand('demo.open', step.isOpening ? null : () => void open());
  return (
    <div className="grid gap-2 text-center">
      <div className="my-1 flex items-center gap-3 text-12 text-ink-muted before:h-px before:flex-1 before:bg-line-strong after:h-px after:flex-1 after:bg-line-strong">{t('or')}</div>
      <Button size="large" aria-disabled={step.isOpening} onClick={() => void open()}>
        {t('demo')} <KeyCap>{cap('demo.open')}</KeyCap>
      </Button>
      <p className="text-12 text-ink-muted">{t('demoHint')}</p>
      {step.failure !== null && <p role="alert" className="text-risk">{words('error', step.failure.code)}</p>}
    </div>
  );
}
