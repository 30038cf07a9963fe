import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { queries } from '@/api/queries';
import type { Id } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { ButtonLink } from '@/ui/Button';
import { paths } from '@/ui/paths';
import { Spinner } from '@/ui/Spinner';
import { ErrorState } from '@/ui/States';
import { noJournal, openJournal } from './autosave/journal';
import styles from './EditorPage.module.css';
import { EditorSession } from './EditorSession';
import { useT } from './messages';

export interface EditorPageProps {
  userId: Id;
  siteId: Id;
  pageId: Id;
  /** The publish button is another feature's; it asks for everything to be saved first. */
  renderPublish: (prepare: () => Promise<boolean>) => ReactNode;
}

/** One session edits one page: another page is another session, with its own undo stack and journal. */
export function EditorPage(props: EditorPageProps) {
  return <Opening key={props.pageId} {...props} />;
}

function Opening({ userId, siteId, pageId, renderPublish }: EditorPageProps) {
  const t = useT();
  const common = useCommon();
  const page = useQuery({ ...queries.page(pageId), refetchOnWindowFocus: false, refetchOnReconnect: false });
  const journal = useQuery({
    queryKey: ['journal', userId, pageId],
    queryFn: () => openJournal(userId, pageId).catch(noJournal),
    staleTime: Infinity,
    gcTime: 0,
  });
  const opened = journal.data;
  useEffect(() => () => opened?.close(), [opened]);
  if (page.isError) {
    return (
      <div className={styles.waiting}>
        <ErrorState error={page.error} onRetry={() => void page.refetch()} />
        <ButtonLink to={paths.site(siteId)} variant="ghost" icon="back">
          {common('back')}
        </ButtonLink>
      </div>
    );
  }
  if (!page.data || !journal.data) {
    return (
      <div className={styles.waiting} role="status">
        <Spinner size={26} />
        <p>{t('opening')}</p>
      </div>
    );
  }
  return (
    <EditorSession
      userId={userId}
      siteId={siteId}
      page={page.data}
      journal={journal.data}
      renderPublish={renderPublish}
    />
  );
}
