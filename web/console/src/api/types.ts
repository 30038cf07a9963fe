/** The shapes of the public contract. All other files take them from here. */
export type Id = number;
export type Instant = string;

export interface List<T> {
  data: T[];
  next_cursor: string | null;
}

export interface User {
  id: Id;
  name: string;
  email: string;
  role: 'user' | 'admin';
  status: 'active' | 'inactive' | 'suspended';
  email_verified_at: Instant | null;
  locale: string | null;
  created_at: Instant;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  token_type: 'Bearer';
  expires_in: number;
  user: User;
}

export interface Session {
  id: Id | string;
  current: boolean;
  user_agent: string | null;
  ip_address: string | null;
  created_at: Instant;
  last_seen_at: Instant | null;
  expires_at: Instant;
}

export interface Mail {
  id: Id | string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  created_at: Instant;
  link: string | null;
}

export type PlanType = 'basic' | 'premium' | 'enterprise';

export interface Plan {
  plan_type: PlanType;
  name: string;
  price: { amount: number; currency: string };
  interval: 'month';
  trial_days: number;
  limits: {
    sites: number | null;
    pages: number | null;
    disk: number | null;
    bandwidth: number | null;
    page_views: number | null;
  };
}

/** A customer's site; the contract calls it a service. */
export interface Site {
  id: Id;
  user_id: Id;
  name: string;
  slug: string;
  url: string;
  domain: string | null;
  status: 'provisioning' | 'active' | 'suspended' | 'deleted';
  plan_type: PlanType;
  created_at: Instant;
}

export interface Subscription {
  id: Id;
  plan_type: PlanType;
  status: 'trialing' | 'active' | 'cancelled' | 'expired';
  start_date: Instant;
  end_date: Instant;
  trial_ends_at: Instant | null;
  service_id: Id;
}

export interface SlugAvailability {
  slug: string;
  available: boolean;
  reason: null | 'taken' | 'reserved' | 'invalid';
}

export interface Template {
  id: Id;
  name: string;
  description: string | null;
  type: string;
  thumb_url: string | null;
  is_active: boolean;
  page_count: number;
}

/** GrapesJS project data of one page; opaque outside the editor's engine. */
export type ProjectData = Record<string, unknown>;

export interface PageContent {
  project: ProjectData;
  /** Files that the page is styled by besides the project's own rules. */
  stylesheets?: string[];
  html?: string;
  css?: string;
}

export interface Page {
  id: Id;
  service_id: Id;
  title: string;
  slug: string;
  version: number;
  is_published: boolean;
  published_at: Instant | null;
  updated_at: Instant;
}

export interface PageWithContent extends Page {
  content: PageContent;
}

export interface PageVersion {
  version: number;
  saved_at: Instant;
  author_id: Id | null;
  bytes: number;
}

export interface MetaTag {
  name: string;
  content: string;
}

export interface SiteSettings {
  seo_title: string | null;
  seo_description: string | null;
  meta_tags: MetaTag[] | null;
  header_script: string | null;
  footer_script: string | null;
  favicon_url: string | null;
  custom_css: string | null;
  custom_js: string | null;
}

export interface Asset {
  id: Id;
  service_id: Id;
  name: string;
  url: string;
  media_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  created_at: Instant;
}

export interface ImportResult {
  pages: Page[];
  assets: number;
  warnings: { code: string; detail: string; file?: string | null }[];
}

export interface Deployment {
  id: Id;
  service_id: Id;
  release_id: Id | null;
  status: 'queued' | 'building' | 'uploading' | 'live' | 'failed' | 'rolled_back';
  progress: number;
  pages: number | null;
  files: number | null;
  bytes: number | null;
  started_at: Instant | null;
  finished_at: Instant | null;
  error: { code: string; detail: string } | null;
}

export interface DeployStatus {
  /** What visitors see; `last` is the latest one, under way or over. */
  current: Deployment | null;
  last: Deployment | null;
  url: string;
}

export interface Release {
  id: Id;
  service_id: Id;
  created_at: Instant;
  note: string | null;
  pages: number;
  files: number;
  bytes: number;
  is_live: boolean;
}
