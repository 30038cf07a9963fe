import { useRef, useState, type ReactNode } from 'react';
import { useCommon } from '@/i18n/common';
import { classes } from './classes';
import styles from './DropZone.module.css';
import { Icon } from './Icon';
import { Spinner } from './Spinner';

interface DropZoneProps {
  accept: string;
  hint: ReactNode;
  busy?: boolean;
  compact?: boolean;
  multiple?: boolean;
  chosen?: File | null;
  onFiles: (files: File[]) => void;
}

export function DropZone({ accept, hint, busy, compact, multiple, chosen, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const t = useCommon();
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <>
      <button
        type="button"
        className={classes(styles.zone, compact && styles.compact, over && styles.over)}
        disabled={busy}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <span className={styles.emblem}>{busy ? <Spinner /> : <Icon name={chosen ? 'check' : 'upload'} size={20} />}</span>
        <span className={styles.text}>
          <strong>{chosen ? chosen.name : t('dropTitle')}</strong>
          <span>{hint}</span>
        </span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </>
  );
}
