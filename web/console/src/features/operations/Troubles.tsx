import type { ReactNode } from 'react';
import { Card, Section } from '@/ui/Page';
import { useT } from './messages';
import styles from './Operations.module.css';

interface TroublesProps {
  title: string;
  lead: string;
  /** Whether there are more than are shown. */
  isCut: boolean;
  rows: ReactNode[];
}

/** What an operator can have tried again; nothing at all when there is none. */
export function Troubles({ title, lead, isCut, rows }: TroublesProps) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      <Card className={styles.rows}>{rows}</Card>
      {isCut && <p className={styles.text}>{t('more')}</p>}
    </Section>
  );
}
