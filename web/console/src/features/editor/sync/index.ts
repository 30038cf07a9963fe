export { BODY, copy, PageDocument, PROJECT, RULES, same, type Change, type Part } from './document';
export { difference } from './difference';
export * from './PageSync';
