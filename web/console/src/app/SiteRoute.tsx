import { useParams } from 'react-router';
import { DuplicateSite } from '@/features/create/DuplicateSite';
import { ImportButton } from '@/features/importing/ImportButton';
import { PublishButton } from '@/features/publishing/PublishButton';
import { PublishState } from '@/features/publishing/PublishState';
import { ReleasesPage } from '@/features/publishing/ReleasesPage';
import { FilesTab } from '@/features/site/FilesTab';
import { LanguageSettings } from '@/features/site/LanguageSettings';
import { MenuTab } from '@/features/site/menu/MenuTab';
import { PagesTab } from '@/features/site/PagesTab';
import { SettingsTab } from '@/features/site/SettingsTab';
import { SiteLayout } from '@/features/site/SiteLayout';
import { NotFound } from './NotFound';
import { idFrom } from './idFrom';

function Tab({ siteId, tab }: { siteId: number; tab: string | undefined }) {
  switch (tab) {
    case undefined:
      return (
        <PagesTab
          siteId={siteId}
          publishState={<PublishState siteId={siteId} action={<PublishButton siteId={siteId} />} />}
          importAction={<ImportButton siteId={siteId} />}
        />
      );
    case 'menu':
      return <MenuTab siteId={siteId} />;
    case 'releases':
      return <ReleasesPage siteId={siteId} />;
    case 'files':
      return <FilesTab siteId={siteId} />;
    case 'settings':
      return (
        <>
          <SettingsTab siteId={siteId} duplicateAction={<DuplicateSite siteId={siteId} />} />
          <LanguageSettings siteId={siteId} />
        </>
      );
    default:
      return null;
  }
}

const tabs = new Set<string | undefined>([undefined, 'menu', 'releases', 'files', 'settings']);

export default function SiteRoute() {
  const { siteId, tab } = useParams();
  const id = idFrom(siteId);
  if (id === null || !tabs.has(tab)) return <NotFound />;
  return (
    <SiteLayout siteId={id}>
      <Tab siteId={id} tab={tab} />
    </SiteLayout>
  );
}
