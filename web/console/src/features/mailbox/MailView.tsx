import { Link } from 'react-router';
import type { Mail } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { ButtonAnchor } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { paths } from '@/ui/paths';
import styles from './MailboxPage.module.css';
import { useT } from './messages';

/** Only links to a web page: a message must not be able to offer `javascript:`. */
function webLink(link: string | null): string | null {
  return link && /^(https?:\/\/|\/(?!\/))/.test(link) ? link : null;
}

export function MailView({ mail }: { mail: Mail }) {
  const t = useT();
  const format = useFormat();
  const link = webLink(mail.link);
  return (
    <article className={styles.mail}>
      <header className={styles.head}>
        <Link to={paths.mailbox} className={styles.back}>
          <Icon name="back" size={16} />
          {t('back')}
        </Link>
        <h2>{mail.subject}</h2>
        <p>
          {t('to')} {mail.to} · {format.dateTime(mail.created_at)}
        </p>
        <div className={styles.tools}>
          {link && (
            <ButtonAnchor href={link} target="_self" variant="primary" size="sm" iconAfter="forward">
              {t('openLink')}
            </ButtonAnchor>
          )}
        </div>
      </header>
      <pre className={styles.text}>{mail.text}</pre>
    </article>
  );
}
