import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import { useCommon } from '@/i18n/common';
import { setLocale, useLocale } from '@/i18n/locale';
import { Button } from '@/ui/Button';
import { Mark } from '@/ui/Logo';
import { useTitle } from '@/ui/Page';
import { paths } from '@/ui/paths';
import { Notice } from '@/ui/States';
import styles from './AuthFrame.module.css';
import { useT } from './messages';
import { Poster } from './Poster';

interface AuthFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** Shown where a message was or will be sent, when this installation keeps mail in its own mailbox. */
  expectsMail?: boolean;
}

export function AuthFrame({ title, lead, children, footer, expectsMail }: AuthFrameProps) {
  const common = useCommon();
  const locale = useLocale();
  const otherLanguage = locale === 'ko' ? 'English' : '한국어';
  useTitle(title);
  return (
    <div className={styles.split}>
      <div className={styles.side}>
        <header className={styles.header}>
          <Link to={paths.home} className={styles.brand}>
            <Mark />
            {common('brand')}
          </Link>
          <Button variant="ghost" size="sm" icon="globe" lang={locale === 'ko' ? 'en' : 'ko'} onClick={() => setLocale(locale === 'ko' ? 'en' : 'ko')}>
            {otherLanguage}
          </Button>
        </header>
        <main className={styles.main}>
          <div className={styles.form}>
            <h1 className={styles.title}>{title}</h1>
            {lead && <p className={styles.lead}>{lead}</p>}
            <div className={styles.content}>{children}</div>
            {footer && <p className={styles.footer}>{footer}</p>}
            {expectsMail && <MailboxHint />}
          </div>
        </main>
      </div>
      <Poster />
    </div>
  );
}

function MailboxHint() {
  const t = useT();
  const mail = useQuery(queries.mailbox());
  if (!mail.isSuccess) return null;
  return (
    <div className={styles.mailbox}>
      <Notice>
        {t('mailboxHint')} <Link to={paths.mailbox}>{t('mailboxLink')}</Link>
      </Notice>
    </div>
  );
}
