import { answer, request } from './request';
import type {
  Asset,
  AssetDetail,
  Deployment,
  DeployStatus,
  EventsState,
  FurtherLanguage,
  Id,
  ImportResult,
  Instant,
  List,
  Mail,
  MenuEntry,
  Page,
  PageChanged,
  PageChanges,
  PagePresence,
  PageVersion,
  PageWithContent,
  ParkedEvent,
  Plan,
  PlanType,
  ProjectData,
  Redirect,
  Release,
  Saga,
  SagaService,
  ServiceName,
  Session,
  Site,
  SiteMenu,
  SiteLanguages,
  SiteRestored,
  SiteDesign,
  SiteSettings,
  SlugAvailability,
  Subscription,
  Template,
  Tokens,
  Translation,
  TrashedPage,
  User,
  Visibility,
  WholeVersion,
} from './types';

const segment = (value: string | number) => encodeURIComponent(String(value));
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** Walks a list to its end; for lists that a person has few of. */
async function all<T>(path: string, query: Record<string, string | number> = {}): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const page: List<T> = await request('GET', path, { query: { ...query, limit: 100, cursor } });
    found.push(...page.data);
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}

export const auth = {
  register: (body: { name: string; email: string; password: string }) =>
    request<Tokens>('POST', '/auth/register', { body, anonymous: true, creates: true }),
  login: (body: { email: string; password: string }) => request<Tokens>('POST', '/auth/login', { body, anonymous: true }),
  logout: () => request<void>('POST', '/auth/logout', { anonymous: true }),
  profile: (signal?: AbortSignal) => request<User>('GET', '/auth/profile', { signal }),
  updateProfile: (body: { name?: string; locale?: string; current_password?: string; password?: string }) =>
    request<User>('PUT', '/auth/profile', { body }),
  verifyEmail: (token: string) => request<void>('POST', '/auth/verify-email', { body: { token }, anonymous: true }),
  resendVerification: () => request<void>('POST', '/auth/verify-email/resend'),
  requestPasswordReset: (email: string) =>
    request<void>('POST', '/auth/password-reset', { body: { email }, anonymous: true }),
  resetPassword: (token: string, password: string) =>
    request<void>('POST', '/auth/password-reset/confirm', { body: { token, password }, anonymous: true }),
  sessions: () => all<Session>('/auth/sessions'),
  endSession: (id: Session['id']) => request<void>('DELETE', `/auth/sessions/${segment(id)}`),
};

export const payment = {
  plans: () => all<Plan>('/payment/plans'),
  sites: () => all<Site>('/payment/services'),
  /** Sites out of use: in the archive, or in the trash until they are deleted. */
  setAside: (status: 'archived' | 'trashed') => all<Site>('/payment/services', { status }),
  move: (id: Id, way: 'archive' | 'trash' | 'restore') => request<Site>('POST', `/payment/services/${id}/${way}`),
  erase: (id: Id) => request<void>('DELETE', `/payment/services/${id}`),
  site: (id: Id) => request<Site>('GET', `/payment/services/${id}`),
  slug: (slug: string, signal?: AbortSignal) =>
    request<SlugAvailability>('GET', `/payment/slugs/${segment(slug)}`, { signal }),
  subscriptions: () => all<Subscription>('/payment/subscriptions'),
  subscribe: (body: { plan_type: PlanType; service: { name: string; slug: string }; template_id?: Id; copy_of?: Id }) =>
    request<{ service: Site; subscription: Subscription }>('POST', '/payment/subscribe', { body, creates: true }),
};

export const builder = {
  templates: () => all<Template>('/builder/templates'),
  pages: (siteId: Id) => all<Page>('/builder/pages', { service_id: siteId }),
  page: (id: Id) => request<PageWithContent>('GET', `/builder/pages/${id}`),
  createPage: (body: { service_id: Id; title: string; slug: string; language?: string; content?: { project: ProjectData } }) =>
    request<Page>('POST', '/builder/pages', { body, creates: true }),
  updatePage: (id: Id, version: number, body: { title?: string; slug?: string }) =>
    request<Page>('PUT', `/builder/pages/${id}`, { body, headers: ifMatch(version) }),
  savePage: (id: Id, version: number, project: ProjectData) =>
    request<Page>('PUT', `/builder/pages/${id}`, { body: { content: { project } }, headers: ifMatch(version) }),
  changePage: (id: Id, version: number, body: PageChanges, keepalive: boolean) =>
    request<PageChanged>('PATCH', `/builder/pages/${id}`, { body, headers: ifMatch(version), keepalive }),
  changesSince: (id: Id, version: number) => request<PageChanged>('GET', `/builder/pages/${id}/changes`, { query: { since: version } }),
  here: (id: Id, editor: string) => request<PagePresence>('PUT', `/builder/pages/${id}/presence/${segment(editor)}`, { body: {} }),
  gone: (id: Id, editor: string) => request<void>('DELETE', `/builder/pages/${id}/presence/${segment(editor)}`, { keepalive: true }),
  duplicatePage: (id: Id) => request<{ id: Id; title: string }>('POST', `/builder/pages/${id}/duplicate`, { creates: true }),
  redirects: (siteId: Id) => request<{ redirects: Redirect[] }>('GET', `/builder/redirects/${siteId}`),
  saveRedirects: (siteId: Id, redirects: Redirect[]) =>
    request<{ redirects: Redirect[] }>('PUT', `/builder/redirects/${siteId}`, { body: { redirects } }),
  menu: (siteId: Id) => request<SiteMenu>('GET', `/builder/menus/${siteId}`),
  saveMenu: (siteId: Id, entries: MenuEntry[]) => request<SiteMenu>('PUT', `/builder/menus/${siteId}`, { body: { entries } }),
  deletePage: (id: Id) => request<void>('DELETE', `/builder/pages/${id}`),
  versions: (id: Id, cursor: string | null) => request<List<PageVersion>>('GET', `/builder/pages/${id}/versions`, { query: { limit: 100, cursor } }),
  version: (id: Id, version: number) => request<WholeVersion>('GET', `/builder/pages/${id}/versions/${version}`),
  nameVersion: (id: Id, version: number, name: string | null) =>
    request<PageVersion>('PUT', `/builder/pages/${id}/versions/${version}`, { body: { name } }),
  /** Brings all pages of a site back to what they were at a time. */
  restoreSite: (siteId: Id, at: Instant) => request<SiteRestored>('POST', `/builder/sites/${siteId}/restore`, { body: { at } }),
  trash: (siteId: Id) => all<TrashedPage>('/builder/trash', { service_id: siteId }),
  takeOut: (id: Id) => request<Page>('POST', `/builder/trash/${id}/restore`),
  erase: (id: Id) => request<void>('DELETE', `/builder/trash/${id}`),
  restoreVersion: (id: Id, version: number, current: number) =>
    request<Page>('POST', `/builder/pages/${id}/versions/${version}/restore`, { headers: ifMatch(current) }),
  settings: (siteId: Id) => answer<SiteSettings>('GET', `/builder/settings/${siteId}`),
  saveSettings: (siteId: Id, body: SiteSettings, etag: string | null) =>
    answer<SiteSettings>('PUT', `/builder/settings/${siteId}`, { body, headers: etag ? { 'If-Match': etag } : {} }),
  design: (siteId: Id) => request<SiteDesign>('GET', `/builder/design/${siteId}`),
  /** Null takes a value back; those that are not named stay. */
  changeDesign: (siteId: Id, values: Record<string, string | null>) =>
    request<SiteDesign>('PATCH', `/builder/design/${siteId}`, { body: { values }, keepalive: true }),
  languages: (siteId: Id) => request<SiteLanguages>('GET', `/builder/sites/${siteId}/languages`),
  saveLanguages: (siteId: Id, body: { main: string; further: FurtherLanguage[] }) =>
    request<SiteLanguages>('PUT', `/builder/sites/${siteId}/languages`, { body }),
  translatePage: (id: Id, body: { language: string; title?: string; slug?: string }) =>
    request<Translation>('POST', `/builder/pages/${id}/translations`, { body, creates: true }),
  assets: (siteId: Id) => all<Asset>('/builder/assets', { service_id: siteId }),
  /** Pictures whose names contain the words. */
  pictures: (siteId: Id, words: string, cursor: string | null) =>
    request<List<Asset>>('GET', '/builder/assets', { query: { service_id: siteId, pictures: 'true', q: words, limit: 60, cursor } }),
  asset: (id: Id) => request<AssetDetail>('GET', `/builder/assets/${id}`),
  uploadAsset: (siteId: Id, file: File, onSent?: (part: number) => void) =>
    request<Asset>('POST', '/builder/assets', { body: form(siteId, file), creates: true, ...(onSent && { onSent }) }),
  describeAsset: (id: Id, said: { name?: string; alt?: string; focal_point?: Asset['focal_point'] }) =>
    request<Asset>('PATCH', `/builder/assets/${id}`, { body: said }),
  cropAsset: (id: Id, part: { x: number; y: number; width: number; height: number }) =>
    request<Asset>('POST', `/builder/assets/${id}/crop`, { body: part, creates: true }),
  /** Refused when it is in use, unless forced. */
  deleteAsset: (id: Id, force: boolean) => request<void>('DELETE', `/builder/assets/${id}`, { query: { force: force ? 'true' : null } }),
  importFile: (siteId: Id, file: File) =>
    request<ImportResult>('POST', '/builder/import', { body: form(siteId, file), creates: true }),
};

export const deploy = {
  publish: (siteId: Id, note?: string) =>
    request<Deployment>('POST', `/deploy/site/${siteId}`, { body: note ? { note } : {}, creates: true }),
  status: (siteId: Id) => request<DeployStatus>('GET', `/deploy/status/${siteId}`),
  show: (siteId: Id, visibility: Visibility) =>
    request<DeployStatus>('PUT', `/deploy/site/${siteId}/visibility`, { body: { visibility } }),
  plan: (siteId: Id, publishAt: Instant) =>
    request<{ publish_at: Instant }>('PUT', `/deploy/site/${siteId}/schedule`, { body: { publish_at: publishAt } }),
  cancelPlan: (siteId: Id) => request<void>('DELETE', `/deploy/site/${siteId}/schedule`),
  releases: (siteId: Id) => all<Release>(`/deploy/site/${siteId}/releases`),
  rollback: (siteId: Id, releaseId: Id) =>
    request<Deployment>('POST', `/deploy/site/${siteId}/rollback`, { body: { release_id: releaseId }, creates: true }),
};

export const mailbox = {
  list: () => request<List<Mail>>('GET', '/notification/mailbox', { anonymous: true }),
  message: (id: string) => request<Mail>('GET', `/notification/mailbox/${segment(id)}`, { anonymous: true }),
};

function form(siteId: Id, file: File): FormData {
  const data = new FormData();
  data.set('service_id', String(siteId));
  data.set('file', file);
  return data;
}

/** For operators: what a service has told, could not take in, and has not brought to its end. */
export const operations = {
  events: (service: ServiceName) => request<EventsState>('GET', `/${service}/events`),
  parked: (service: ServiceName) => request<List<ParkedEvent>>('GET', `/${service}/events/parked`, { query: { limit: 100 } }),
  replay: (service: ServiceName, id: Id) => request<void>('POST', `/${service}/events/parked/${id}/replay`),
  stuck: (service: SagaService) => request<List<Saga>>('GET', `/${service}/sagas`, { query: { status: 'stuck', limit: 100 } }),
  retry: (service: SagaService, id: Id) => request<Saga>('POST', `/${service}/sagas/${id}/retry`),
};
