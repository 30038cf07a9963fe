import { en } from './common.en';
import { ko } from './common.ko';
import { defineMessages } from './messages';

export const useCommon = defineMessages({ ko, en });
