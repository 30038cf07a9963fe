import { ProfilePage } from '@/features/profile/ProfilePage';
import { useUser } from './SignedIn';

export default function ProfileRoute() {
  return <ProfilePage user={useUser()} />;
}
