import type { ko } from './ko';

export const en: Record<keyof typeof ko, string> = {
  title: 'My sites',
  lead: '{count, plural, =0 {No sites yet.} one {You’re building one site.} other {You’re building # sites.}}',
  create: 'New site',
  'empty.title': 'Ready to build your first site?',
  'empty.text': 'Pick a template you like and your first page is up in minutes. Already have a site? Bring it along as it is.',
  'empty.action': 'Create a site',
  'status.active': 'Active',
  'status.provisioning': 'Getting ready',
  'status.suspended': 'Suspended',
  'status.deleted': 'Deleted',
  'plan.basic': 'Basic',
  'plan.premium': 'Premium',
  'plan.enterprise': 'Enterprise',
  trial: '{days, plural, =0 {Trial ends today} one {1 trial day left} other {# trial days left}}',
  trialOver: 'Trial ended',
};
