import { Component, type ReactNode } from 'react';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/States';
import { useT } from './messages';

export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const t = useT();
  return (
    <main role="alert">
      <EmptyState
        wholePage
        icon="warning"
        title={t('crash.title')}
        action={
          <Button variant="primary" icon="refresh" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        {t('crash')}
      </EmptyState>
    </main>
  );
}
