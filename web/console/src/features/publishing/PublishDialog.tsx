import { problemSentence } from '@/i18n/problems';
import { useFormat } from '@/i18n/format';
import { Button, ButtonAnchor } from '@/ui/Button';
import { CopyButton } from '@/ui/CopyButton';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { useT } from './messages';
import styles from './PublishDialog.module.css';
import type { Publishing } from './usePublishing';

export function PublishDialog({ state, onAgain, onClose }: { state: Publishing; onAgain: () => void; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('dialog.title')} size="sm" onClose={onClose}>
      <div className={styles.body} aria-live="polite">
        {state.phase === 'live' && <Live state={state} />}
        {state.phase === 'failed' && <Failed state={state} onAgain={onAgain} />}
        {(state.phase === 'preparing' || state.phase === 'running') && <Running state={state} />}
      </div>
    </Dialog>
  );
}

function Running({ state }: { state: Extract<Publishing, { phase: 'preparing' | 'running' }> }) {
  const t = useT();
  const progress = state.phase === 'running' ? Math.max(4, state.deployment.progress) : 2;
  const status = state.phase === 'running' ? state.deployment.status : 'preparing';
  const phase = status === 'queued' || status === 'building' || status === 'uploading' || status === 'preparing' ? status : 'uploading';
  return (
    <>
      <span className={styles.working}>
        <Icon name="rocket" size={30} />
      </span>
      <p className={styles.title}>{t(`phase.${phase}`)}</p>
      <div className={styles.bar} role="progressbar" aria-label={t('progress')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={progress}>
        <span style={{ width: `${progress}%` }} />
      </div>
      <p className={styles.text}>{t('background')}</p>
    </>
  );
}

function Live({ state }: { state: Extract<Publishing, { phase: 'live' }> }) {
  const t = useT();
  const format = useFormat();
  const { pages, files, bytes } = state.deployment;
  return (
    <>
      <span className={styles.good}>
        <Icon name="check" size={32} />
      </span>
      <p className={styles.title}>{t('phase.live')}</p>
      <p className={styles.text}>{t('live.text')}</p>
      <p className={styles.address}>{state.url.replace(/^https?:\/\//, '')}</p>
      <div className={styles.actions}>
        <CopyButton text={state.url} />
        <ButtonAnchor href={state.url} variant="primary" iconAfter="external">
          {t('open')}
        </ButtonAnchor>
      </div>
      {pages !== null && files !== null && bytes !== null && (
        <p className={styles.stats}>{t('live.stats', { pages, files, bytes: format.bytes(bytes) })}</p>
      )}
    </>
  );
}

function Failed({ state, onAgain }: { state: Extract<Publishing, { phase: 'failed' }>; onAgain: () => void }) {
  const t = useT();
  const error = state.deployment?.error;
  const reason = state.unsaved ? t('failed.unsaved') : (state.problem?.message ?? (error ? problemSentence(error.code, error.detail) : null));
  return (
    <>
      <span className={styles.bad}>
        <Icon name="warning" size={30} />
      </span>
      <p className={styles.title}>{t('phase.failed')}</p>
      {reason && <p className={styles.text}>{reason}</p>}
      <p className={styles.text}>{t('failed.text')}</p>
      <div className={styles.actions}>
        <Button variant="primary" icon="refresh" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    </>
  );
}
