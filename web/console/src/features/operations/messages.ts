import { defineMessages } from '@/i18n/messages';
import { en } from './en';
import { ko } from './ko';

export const useT = defineMessages({ ko, en });
