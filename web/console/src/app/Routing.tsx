import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { authRoutes } from './authRoutes';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFound } from './NotFound';
import { Shell } from './Shell';
import { SignedIn } from './SignedIn';
import { Waiting } from './Waiting';

const SitesPage = lazy(() => import('@/features/sites/SitesPage').then((module) => ({ default: module.SitesPage })));
const CreateRoute = lazy(() => import('./CreateRoute'));
const SiteRoute = lazy(() => import('./SiteRoute'));
const EditorRoute = lazy(() => import('./EditorRoute'));
const ProfileRoute = lazy(() => import('./ProfileRoute'));
const OperationsRoute = lazy(() => import('./OperationsRoute'));
const MailboxPage = lazy(() => import('@/features/mailbox/MailboxPage').then((module) => ({ default: module.MailboxPage })));

/** A new screen starts at its top; moving within a screen (its search parameters) stays where it is. */
function ScrollToTop() {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) window.scrollTo({ top: 0 });
    shown.current = pathname;
  }, [pathname]);
  return null;
}

export function Routing() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary key={pathname.split('/')[1]}>
      <ScrollToTop />
      <Suspense fallback={<Waiting />}>
        <Routes>
          {authRoutes()}
          <Route element={<SignedIn />}>
            <Route path="/new" element={<CreateRoute />} />
            <Route path="/sites/:siteId/edit/:pageId" element={<EditorRoute />} />
            <Route element={<Shell />}>
              <Route index element={<SitesPage />} />
              <Route path="/sites/:siteId/:tab?" element={<SiteRoute />} />
              <Route path="/profile" element={<ProfileRoute />} />
              <Route path="/operations" element={<OperationsRoute />} />
            </Route>
          </Route>
          <Route element={<Shell />}>
            <Route path="/mailbox" element={<MailboxPage />} />
            <Route path="*" element={<NotFound />} />
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
