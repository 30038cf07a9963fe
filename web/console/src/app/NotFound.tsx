import { ButtonLink } from '@/ui/Button';
import { useTitle } from '@/ui/Page';
import { paths } from '@/ui/paths';
import { EmptyState } from '@/ui/States';
import { MissingArt } from './MissingArt';
import { useT } from './messages';

export function NotFound() {
  const t = useT();
  useTitle(t('missing.title'));
  return (
    <EmptyState
      wholePage
      art={<MissingArt />}
      title={t('missing.title')}
      action={
        <ButtonLink to={paths.home} variant="primary">
          {t('home')}
        </ButtonLink>
      }
    >
      {t('missing')}
    </EmptyState>
  );
}
