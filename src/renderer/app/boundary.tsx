import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

type BoundaryState = { readonly hasFailed: boolean };

/** Keeps a bug in one pane from taking the others down: what broke says so and can be drawn again. */
export class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  static getDerivedStateFromError(): BoundaryState {
    return { hasFailed: true };
  }

  override state: BoundaryState = { hasFailed: false };

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Broken onAgain={() => this.setState({ hasFailed: false })} />;
  }
}

function Broken({ onAgain }: { onAgain: () => void }) {
  const t = useText('common');
  return (
    <div role="alert" className="flex min-h-0 flex-1 bg-surface">
      <EmptyState title={t('crashed.title')} actions={<Button onClick={onAgain}>{t('crashed.again')}</Button>}>{t('crashed.text')}</EmptyState>
    </div>
  );
}
