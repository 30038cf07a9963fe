import { fieldSentence, problemSentence } from '@/i18n/problems';

export interface FieldError {
  field: string;
  code: string;
  message?: string;
}

/** What an RFC 9457 answer says, or `network` when there was none. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];
  readonly traceId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly members: Record<string, unknown>;

  constructor(status: number, code: string, members: Record<string, unknown> = {}, retryAfter?: number) {
    const detail = typeof members.detail === 'string' ? members.detail : undefined;
    super(problemSentence(code, detail));
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.errors = Array.isArray(members.errors) ? (members.errors as FieldError[]) : [];
    this.traceId = typeof members.trace_id === 'string' ? members.trace_id : undefined;
    this.retryAfter = retryAfter;
    this.members = members;
  }

  /** The sentence for one field of a form, by its full name or the last part of it (`service.slug` or `slug`). */
  field(name: string): string | undefined {
    const found = this.errors.find((error) => error.field === name || error.field.endsWith(`.${name}`));
    return found && fieldSentence(found.code, found.message);
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, 'unknown');
}

const byStatus: Record<number, string> = {
  400: 'malformed_request',
  401: 'unauthenticated',
  402: 'quota_exceeded',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  412: 'stale_version',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  422: 'validation_failed',
  428: 'precondition_required',
  429: 'too_many_requests',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
};

export async function readProblem(response: Response): Promise<Problem> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const parsed: unknown = isJson ? await response.json().catch(() => null) : null;
  const members = parsed !== null && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : {};
  const fallback = byStatus[response.status] ?? (response.status >= 500 ? 'internal_error' : 'unknown');
  const code = typeof members.code === 'string' ? members.code : fallback;
  const seconds = Number(response.headers.get('retry-after'));
  return new Problem(response.status, code, members, Number.isFinite(seconds) && seconds > 0 ? seconds : undefined);
}
