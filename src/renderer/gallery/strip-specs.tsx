import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ConnectionStrip } from '../ui/connection-strip.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { MergedAlert } from '../ui/merged-alert.tsx';
import { Toast } from '../ui/toast.tsx';
import { Spec } from './spec.tsx';
import { WORDS } from './words.ts';

export function StripSpecs() {
  const words = WORDS.strips;
  const [toast, setToast] = useState<'none' | 'done' | 'undo'>('none');
  return (
    <Spec head={words.head}>
      <div className="grid gap-2.5">
        <MergedAlert jumpLabel={words.jump} jumpCap="Ctrl J" onJump={() => undefined}>{words.late}</MergedAlert>
        <ConnectionStrip state="offline">{words.cut}</ConnectionStrip>
        <ConnectionStrip state="catching-up" progress={{ value: 0.66, label: words.catchingUp }}>{words.catchingUp}</ConnectionStrip>
        <div className="flex gap-2">
          <Button onClick={() => setToast('done')}>{words.view}</Button>
          <Button onClick={() => setToast('undo')}>{words.undo}</Button>
        </div>
      </div>
      {toast === 'done' && <Toast key="done" icon={Check} text={words.refunded} action={<Button size="small" tone="quiet">{words.view}</Button>} onClose={() => setToast('none')} />}
      {toast === 'undo' && (
        <Toast
          key="undo"
          text={words.resolved}
          action={<Button size="small">{words.undo} <KeyCap>Z</KeyCap></Button>}
          countdown={words.seconds}
          onClose={() => setToast('none')}
        />
      )}
    </Spec>
  );
}
