import type { ko } from './ko';

export const en: Record<keyof typeof ko, string> = {
  title: 'Development mailbox',
  lead: 'Mail that this installation meant to send. Nothing was really sent to anyone.',
  refresh: 'Refresh',
  'empty.title': 'No mail yet',
  empty: 'Try signing up, or resetting a password.',
  'off.title': 'The mailbox is off',
  off: 'The development mailbox only opens on the same computer in a development run.',
  list: 'Messages',
  pick: 'Choose a message on the left',
  to: 'To',
  openLink: 'Open the link in this mail',
  body: 'Message',
  back: 'All mail',
};
