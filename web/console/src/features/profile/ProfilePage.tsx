import type { User } from '@/api/types';
import { PageBody } from '@/ui/Page';
import { Appearance } from './Appearance';
import { Me } from './Me';
import { useT } from './messages';
import { Password } from './Password';
import { Sessions } from './Sessions';

export function ProfilePage({ user }: { user: User }) {
  const t = useT();
  return (
    <PageBody narrow title={t('title')}>
      <Me user={user} />
      <Appearance />
      <Password email={user.email} />
      <Sessions />
    </PageBody>
  );
}
