import { useState } from 'react';
import type { Id } from '@/api/types';
import { Button } from '@/ui/Button';
import { useT } from './messages';
import { PublishDialog } from './PublishDialog';
import { usePublishing } from './usePublishing';

interface PublishButtonProps {
  siteId: Id;
  size?: 'sm' | 'md';
  /** Saves what is not saved yet; false stops the publish. */
  prepare?: () => Promise<boolean>;
}

export function PublishButton({ siteId, size = 'md', prepare }: PublishButtonProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { state, publish } = usePublishing(siteId, prepare);
  const running = state.phase === 'preparing' || state.phase === 'running';
  return (
    <>
      <Button
        variant="brand"
        size={size}
        icon="rocket"
        onClick={() => {
          setOpen(true);
          if (!running) void publish();
        }}
      >
        {t('publish')}
      </Button>
      {open && <PublishDialog state={state} onAgain={() => void publish()} onClose={() => setOpen(false)} />}
    </>
  );
}
