import { OperationsPage } from '@/features/operations/OperationsPage';
import { NotFound } from './NotFound';
import { useUser } from './SignedIn';

/** For everybody else it is not there. */
export default function OperationsRoute() {
  return useUser().role === 'admin' ? <OperationsPage /> : <NotFound />;
}
