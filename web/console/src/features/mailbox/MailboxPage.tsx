import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { PageBody } from '@/ui/Page';
import { paths } from '@/ui/paths';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/States';
import { MailView } from './MailView';
import styles from './MailboxPage.module.css';
import { useT } from './messages';

export function MailboxPage() {
  const t = useT();
  const format = useFormat();
  const [params] = useSearchParams();
  const mail = useQuery({ ...queries.mailbox(), refetchInterval: (query) => (query.state.status === 'error' ? false : 5000) });
  const chosen = params.get('message');
  const shown = mail.data?.data.find((entry) => String(entry.id) === chosen);
  const off = mail.isError && asProblem(mail.error).status === 404;

  return (
    <PageBody
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button icon="refresh" busy={mail.isFetching && !mail.isPending} onClick={() => void mail.refetch()}>
          {t('refresh')}
        </Button>
      }
    >
      {mail.isPending && <SkeletonRows height={76} />}
      {off && (
        <EmptyState icon="mail" title={t('off.title')}>
          {t('off')}
        </EmptyState>
      )}
      {mail.isError && !off && <ErrorState error={mail.error} onRetry={() => void mail.refetch()} />}
      {mail.data?.data.length === 0 && (
        <EmptyState icon="mail" title={t('empty.title')}>
          {t('empty')}
        </EmptyState>
      )}
      {mail.data && mail.data.data.length > 0 && (
        <div className={styles.panes} data-reading={shown ? true : undefined}>
          <nav className={styles.list} aria-label={t('list')}>
            {mail.data.data.map((entry) => (
              <Link
                key={entry.id}
                to={`${paths.mailbox}?message=${encodeURIComponent(entry.id)}`}
                aria-current={String(entry.id) === chosen ? 'true' : undefined}
                className={styles.item}
              >
                <strong>{entry.subject}</strong>
                <span>{entry.to}</span>
                <time dateTime={entry.created_at}>{format.ago(entry.created_at)}</time>
              </Link>
            ))}
          </nav>
          <section className={styles.reader} aria-label={t('body')}>
            {shown ? <MailView key={shown.id} mail={shown} /> : <EmptyState icon="mail" title={t('pick')} />}
          </section>
        </div>
      )}
    </PageBody>
  );
}
