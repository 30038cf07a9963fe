import type { fieldKo, ko } from './problems.ko';

export const en: Record<keyof typeof ko, string> = {
  validation_failed: 'Please check what you entered.',
  unauthenticated: 'Please log in first.',
  invalid_credentials: 'That email and password don’t match.',
  account_suspended: 'This account is suspended. Please contact support.',
  forbidden: 'You don’t have permission to do that.',
  not_found: 'This doesn’t exist, or it was deleted.',
  conflict: 'That isn’t possible right now. Reload and try again.',
  stale_version: 'A newer version was saved somewhere else.',
  precondition_required: 'Version information is missing. Reload and try again.',
  payload_too_large: 'The file or content is too large.',
  unsupported_media_type: 'This format isn’t supported.',
  malformed_request: 'We couldn’t read the request. Reload and try again.',
  too_many_requests: 'Too many requests. Please try again in a moment.',
  service_unavailable: 'The service is taking a short break. Please try again soon.',
  idempotency_key_reused: 'This request was already handled. Reload to see the result.',
  quota_exceeded: 'You’ve reached the limit of your plan.',
  internal_error: 'Something went wrong. Please try again in a moment.',
  method_not_allowed: 'This request isn’t allowed.',
  network: 'You’re offline, or the server isn’t answering.',
  unknown: 'Something unexpected happened. Please try again in a moment.',
};

export const fieldEn: Record<keyof typeof fieldKo, string> = {
  required: 'This field is required.',
  taken: 'Already in use.',
  reserved: 'This address can’t be used.',
  invalid: 'The format isn’t right.',
  too_short: 'Too short.',
  too_long: 'Too long.',
  weak: 'Please choose a stronger password.',
  wrong: 'That isn’t correct.',
  expired: 'This has expired.',
  unknown: 'Please check this.',
};
