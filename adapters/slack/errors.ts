/** What goes wrong with Slack, sorted by what is to be done about it. */

import { webApi } from "@slack/bolt";
import type { Posted } from "../../src/index.ts";

/** The channel is gone or closed to us. Each name from the error tables of chat.postMessage and chat.scheduleMessage. */
const closed = new Set([
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "is_inactive",
  "cannot_dm_bot",
  "user_disabled",
  "messages_tab_disabled",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
  "restricted_action_non_threadable_channel",
  "ekm_access_denied",
  "team_access_not_granted",
  "not_allowed_token_type",
  "missing_scope",
]);

/** Nothing can be posted with this token any more. */
const refused = new Set(["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "org_login_required"]);

/** Slack says no for a while. */
const busy = new Set(["ratelimited", "rate_limited", "message_limit_exceeded", "restricted_too_many"]);

/** How long to leave Slack alone where it does not say, in milliseconds. */
const pause = 30_000;

/** A message that Slack refuses as it is may be well after the next release, not after the next second. */
const mistakeWait = 15 * 60_000;

/** Slack's own word for what was wrong, where it said one. */
export const errorCode = (cause: unknown): string | undefined =>
  cause instanceof webApi.WebAPIPlatformError ? String(cause.data.error) : undefined;

/** How long Slack asks us to wait, in milliseconds; undefined where it does not. */
const waitAsked = (cause: unknown): number | undefined => {
  if (cause instanceof webApi.WebAPIRateLimitedError) return cause.retryAfter * 1_000;
  return busy.has(errorCode(cause) ?? "") ? pause : undefined;
};

/** What a failed post means: whether it may have been posted, and whether it is any use to try again. */
export const outcomeOf = (cause: unknown): Exclude<Posted, { kind: "posted" }> => {
  const wait = waitAsked(cause);
  if (wait !== undefined) return { kind: "later", after: wait, everyone: false, reason: "rate limited" };
  const code = errorCode(cause);
  if (code === undefined) return { kind: "unknown", reason: cause instanceof Error ? cause.name : "no answer" };
  if (closed.has(code)) return { kind: "closed", reason: code };
  if (refused.has(code)) return { kind: "refused", reason: code };
  if (code === "internal_error" || code === "fatal_error" || code === "service_unavailable" || code === "request_timeout")
    return { kind: "unknown", reason: code };
  // anything else is a message that Slack will not have: our mistake, not the channel's end
  return { kind: "later", after: mistakeWait, everyone: false, reason: code };
};

/** Whether Slack does not accept the token at all. */
export const isRefused = (cause: unknown): boolean => refused.has(errorCode(cause) ?? "");
