import { useEffect, type ReactNode } from 'react';
import { useCommon } from '@/i18n/common';
import { classes } from './classes';
import styles from './Page.module.css';

export function useTitle(title: string) {
  const t = useCommon();
  const brand = t('brand');
  useEffect(() => {
    document.title = title ? `${title} · ${brand}` : brand;
  }, [title, brand]);
}

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}

export function PageBody({ title, lead, actions, children, narrow }: PageProps) {
  useTitle(title);
  return (
    <div className={classes(styles.page, narrow && styles.narrow)}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({ title, lead, action, children }: { title: string; lead?: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <header className={styles.sectionHeader}>
        <div>
          <h2 className={styles.sectionTitle}>{title}</h2>
          {lead && <p className={styles.sectionLead}>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classes(styles.card, className)}>{children}</div>;
}
