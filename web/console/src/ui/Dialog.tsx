import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useCommon } from '@/i18n/common';
import { Button, IconButton } from './Button';
import { classes } from './classes';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | 'full';
  description?: ReactNode;
  headerExtra?: ReactNode;
  /** For questions that must be answered by a choice. */
  mustAnswer?: boolean;
}

/** A modal on the browser's own `dialog`: focus trap, Escape and inert background come with it. */
export function Dialog({ title, onClose, children, footer, size = 'md', description, headerExtra, mustAnswer }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const t = useCommon();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // A press beside the frame closes, as Escape does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={classes(styles.dialog, styles[size])}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!mustAnswer) onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget && !mustAnswer) onClose();
      }}
    >
      <div className={styles.frame}>
        <div className={styles.header}>
          <div className={styles.heading}>
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
            {description && <p className={styles.description}>{description}</p>}
          </div>
          {headerExtra}
          {!mustAnswer && <IconButton icon="close" label={t('close')} onClick={onClose} />}
        </div>
        <div className={styles.body}>{children}</div>
        {footer && <div className={styles.footer}>{footer}</div>}
      </div>
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  description: ReactNode;
  action: string;
  danger?: boolean;
  busy?: boolean;
  error?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ title, description, action, danger, busy, error, onConfirm, onClose }: ConfirmProps) {
  const t = useCommon();
  return (
    <Dialog
      title={title}
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <p className={styles.question}>{description}</p>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}
