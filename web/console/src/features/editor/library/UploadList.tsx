import { asProblem } from '@/api/problem';
import { Button, IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Spinner } from '@/ui/Spinner';
import { useT } from '../messages';
import styles from './UploadList.module.css';
import type { Upload } from './UploadQueue';

interface UploadListProps {
  uploads: readonly Upload[];
  onRetry: (id: number) => void;
  onDismiss: (id: number) => void;
}

/** What is under way, and what did not arrive and why. */
export function UploadList({ uploads, onRetry, onDismiss }: UploadListProps) {
  const t = useT();
  const left = uploads.filter(({ state }) => state !== 'failed').length;
  return (
    <>
      <span className="visually-hidden" role="status">
        {left > 0 && t('assets.uploading', { count: left })}
      </span>
      {uploads.length > 0 && (
        <ul className={styles.list}>
          {uploads.map((upload) => (
            <li key={upload.id} data-failed={upload.state === 'failed' ? '' : undefined}>
              {upload.state === 'failed' ? <Icon name="warning" size={16} /> : <Spinner size={16} />}
              <span className={styles.words}>
                <strong>{upload.file.name}</strong>
                {upload.state === 'failed' && <span role="alert">{asProblem(upload.error).message}</span>}
                {upload.state !== 'failed' && <progress value={upload.sent} max={1} aria-label={upload.file.name} />}
              </span>
              {upload.state === 'failed' && (
                <>
                  <Button size="sm" onClick={() => onRetry(upload.id)}>
                    {t('assets.again')}
                  </Button>
                  <IconButton icon="close" size="sm" label={t('assets.dismiss', { name: upload.file.name })} onClick={() => onDismiss(upload.id)} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
