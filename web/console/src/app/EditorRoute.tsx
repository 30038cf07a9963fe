import { useParams } from 'react-router';
import { EditorPage } from '@/features/editor/EditorPage';
import { PublishButton } from '@/features/publishing/PublishButton';
import { idFrom } from './idFrom';
import { NotFound } from './NotFound';
import { useUser } from './SignedIn';

export default function EditorRoute() {
  const { siteId, pageId } = useParams();
  const user = useUser();
  const site = idFrom(siteId);
  const page = idFrom(pageId);
  if (site === null || page === null) return <NotFound />;
  return (
    <EditorPage
      userId={user.id}
      siteId={site}
      pageId={page}
      renderPublish={(prepare) => <PublishButton siteId={site} size="sm" prepare={prepare} />}
    />
  );
}
