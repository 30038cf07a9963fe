/**
 * The shapes of the public contract, by the console's names. They come from the OpenAPI document (schema.ts is
 * generated); only closed sets of words that Java keeps as text are written out here.
 */
import type { components, paths } from './schema';

type Schemas = components['schemas'];
type Narrowed<Wide, Narrow extends Partial<Record<keyof Wide, unknown>>> = Omit<Wide, keyof Narrow> & Narrow;

export type Id = number;
export type Instant = string;

export interface List<T> {
  data: T[];
  next_cursor: string | null;
}

export type User = Schemas['AccountView'];
export type Tokens = Schemas['Tokens'];
export type Session = Schemas['SessionView'];
export type Mail = Schemas['OutboxStored'];

export type Plan = Schemas['PlanView'];
export type PlanType = Plan['plan_type'];

/** A customer's site; the contract calls it a service. */
export type Site = Narrowed<
  Schemas['PaymentServiceView'],
  { status: 'provisioning' | 'active' | 'suspended' | 'archived' | 'trashed' | 'deleted'; plan_type: PlanType }
>;
export type Subscription = Narrowed<
  Schemas['OwnedSiteSubscription'],
  { status: 'trialing' | 'active' | 'cancelled' | 'expired'; plan_type: PlanType }
>;
export type SlugAvailability = Narrowed<Schemas['PaymentAvailability'], { reason: null | 'taken' | 'reserved' | 'invalid' }>;

export type Template = Schemas['TemplateView'];

/** GrapesJS project data of one page; opaque outside the editor's engine. */
export type ProjectData = Record<string, unknown>;
export type PageContent = Narrowed<Schemas['PageViewContent'], { project: ProjectData }>;
export type Page = Omit<Schemas['PageView'], 'content'>;
export interface PageWithContent extends Page {
  content: PageContent;
}
export type PageVersion = Schemas['PageEventVersion'];
export interface WholeVersion {
  version: PageVersion;
  content: PageContent;
}
export type SiteRestored = Schemas['RestoringSiteRestored'];
export type TrashedPage = Schemas['TrashView'];

/** Where an old address of a site leads. */
export type Redirect = Schemas['Redirect'];
/** The menu of a site; `automatic` while nobody made it, so that it lists the pages. */
export interface SiteMenu {
  entries: MenuEntry[];
  automatic: boolean;
}
export interface MenuEntry {
  label?: string | null;
  page_id?: Id | null;
  anchor?: string | null;
  url?: string | null;
  new_tab?: boolean | null;
  children?: MenuEntry[] | null;
}
export type Visibility = 'public' | 'maintenance' | 'offline';

/** Read whole; anything may be left out when it is written. */
export type SiteSettings = Required<Schemas['SiteSettings']>;

export type DesignValue = Schemas['DesignValue'];
export interface SiteDesign {
  values: DesignValue[];
}

export type Asset = Narrowed<Schemas['AssetView'], { width: number | null; height: number | null }>;
export type AssetDetail = Narrowed<Schemas['AssetViewDetail'], { asset: Asset }>;

export type SiteLanguages = Schemas['LanguagesView'];
/** A page that was just made as another's translation. */
export type Translation = Schemas['TranslationView'];
export type FurtherLanguage = Schemas['SiteLanguageFurther'];
export type ImportResult = Schemas['ImportTaken'];

export type Deployment = Narrowed<
  Schemas['Deployment'],
  { status: 'queued' | 'building' | 'uploading' | 'live' | 'failed' | 'rolled_back' }
>;
/** `current` is what visitors see; `last` is the latest one, under way or over. */
export type DeployStatus = Narrowed<Schemas['DeployStatus'], { current: Deployment | null; last: Deployment | null; visibility: Visibility }>;
export type Release = Schemas['Release'];

/** What every service answers is asked for by its name. */
export type ServiceName = paths['/{service}/events']['get']['parameters']['path']['service'];
export type SagaService = paths['/{service}/sagas']['get']['parameters']['path']['service'];
/** How many events each hearer has heard of those told; null for one that cannot be asked. */
export type EventsState = Narrowed<Schemas['EventsState'], { heard: Record<string, number | null> }>;
export type ParkedEvent = Schemas['EventsView'];
export type Saga = Narrowed<Schemas['SagaView'], { direction: 'there' | 'back' }>;

/** Changes of a page, part by part; the editor's `sync` reads them. */
export type PageChanges = Schemas['PageChanges'];
export type PageChanged = Schemas['PageChanged'];
export type PagePresence = Schemas['PagePresent'];
