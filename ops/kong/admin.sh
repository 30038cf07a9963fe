#!/usr/bin/env bash
# Tells a Kong 3 with a database about the same as kong.yml, by its Admin API; may be run again at any time.
# Made of gateway's Routes.java by KongFilesTest (-Djium.generate=true); do not edit.
#
#   export KONG_ADMIN=http://127.0.0.1:8001 JIUM_CORS_ORIGIN=https://console.example.com
#   export JIUM_AUTH_TARGET=10.0.0.1:8081 JIUM_BUILDER_TARGET=10.0.0.2:8082 …   host:port of each service
#   ops/kong/admin.sh
#
# A target that has moved away is not taken off: DELETE $KONG_ADMIN/upstreams/<pool>/targets/<target>.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
admin=${KONG_ADMIN:-http://127.0.0.1:8001}

# A PUT replaces what is there, or makes it.
put() { # address, JSON
  envsubst <<<"$2" | curl -fsS -o /dev/null -X PUT "$admin/$1" -H 'Content-Type: application/json' --data-binary @-
}

# Targets alone are made by POST, and only once.
target() { # pool, host:port
  curl -fs -o /dev/null -X PUT "$admin/upstreams/$1/targets/$2" -d weight=100 ||
    curl -fsS -o /dev/null -X POST "$admin/upstreams/$1/targets" -d "target=$2" -d weight=100
}

# auth
put upstreams/auth-pool '{"algorithm":"least-connections","healthchecks":{"threshold":0,"active":{"type":"http","http_path":"/actuator/health/readiness","timeout":1,"concurrency":2,"healthy":{"interval":2,"successes":2,"http_statuses":[200]},"unhealthy":{"interval":2,"http_failures":2,"tcp_failures":2,"timeouts":2,"http_statuses":[429,500,502,503,504]}},"passive":{"healthy":{"successes":1},"unhealthy":{"tcp_failures":3,"timeouts":3,"http_failures":0}}}}'
target auth-pool ${JIUM_AUTH_TARGET}
put services/auth '{"host":"auth-pool","port":80,"protocol":"http","connect_timeout":2000,"read_timeout":30000,"write_timeout":30000,"retries":1}'
put services/auth/routes/auth-register-post '{"methods":["POST"],"paths":["~/auth/register$"],"strip_path":false,"preserve_host":true}'
put services/auth/routes/auth-login-post '{"methods":["POST"],"paths":["~/auth/login$"],"strip_path":false,"preserve_host":true}'
put services/auth/routes/auth-refresh-post '{"methods":["POST"],"paths":["~/auth/refresh$"],"strip_path":false,"preserve_host":true}'
put services/auth/routes/auth-well-known-jwks-json-get '{"methods":["GET","HEAD"],"paths":["~/auth/\\.well-known/jwks\\.json$"],"strip_path":false,"preserve_host":true}'
put services/auth/routes/auth-verify-email-post '{"methods":["POST"],"paths":["~/auth/verify-email$"],"strip_path":false,"preserve_host":true}'
put services/auth/routes/auth-password-reset-post '{"methods":["POST"],"paths":["~/auth/password-reset$"],"strip_path":false,"preserve_host":true}'
put services/auth/routes/auth-password-reset-confirm-post '{"methods":["POST"],"paths":["~/auth/password-reset/confirm$"],"strip_path":false,"preserve_host":true}'
put services/auth/routes/auth '{"paths":["/auth/","~/auth$"],"strip_path":false,"preserve_host":true}'
put plugins/auth-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"auth"}}'

# builder
put upstreams/builder-pool '{"algorithm":"least-connections","healthchecks":{"threshold":0,"active":{"type":"http","http_path":"/actuator/health/readiness","timeout":1,"concurrency":2,"healthy":{"interval":2,"successes":2,"http_statuses":[200]},"unhealthy":{"interval":2,"http_failures":2,"tcp_failures":2,"timeouts":2,"http_statuses":[429,500,502,503,504]}},"passive":{"healthy":{"successes":1},"unhealthy":{"tcp_failures":3,"timeouts":3,"http_failures":0}}}}'
target builder-pool ${JIUM_BUILDER_TARGET}
put services/builder '{"host":"builder-pool","port":80,"protocol":"http","connect_timeout":2000,"read_timeout":30000,"write_timeout":30000,"retries":1}'
put services/builder/routes/builder-templates-get '{"methods":["GET","HEAD"],"paths":["~/builder/templates$"],"strip_path":false,"preserve_host":true}'
put services/builder/routes/builder-templates-any-get '{"methods":["GET","HEAD"],"paths":["~/builder/templates/[^/]+$"],"strip_path":false,"preserve_host":true}'
put services/builder/routes/builder-templates-any-preview-get '{"methods":["GET","HEAD"],"paths":["~/builder/templates/[^/]+/preview$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-templates-any-preview-get-rate-limiting '{"name":"rate-limiting","config":{"minute":2000,"hour":20000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-templates-any-preview-get"}}'
put services/builder/routes/builder-previews-any-any-get '{"methods":["GET","HEAD"],"paths":["~/builder/previews/[^/]+/[^/]+$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-previews-any-any-get-rate-limiting '{"name":"rate-limiting","config":{"minute":2000,"hour":20000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-previews-any-any-get"}}'
put services/builder/routes/builder-previews-any-any-any-get '{"methods":["GET","HEAD"],"paths":["~/builder/previews/[^/]+/[^/]+/[^/]+$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-previews-any-any-any-get-rate-limiting '{"name":"rate-limiting","config":{"minute":2000,"hour":20000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-previews-any-any-any-get"}}'
put services/builder/routes/builder-files-any-any-get '{"methods":["GET","HEAD"],"paths":["~/builder/files/[^/]+/[^/]+$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-files-any-any-get-rate-limiting '{"name":"rate-limiting","config":{"minute":2000,"hour":20000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-files-any-any-get"}}'
put services/builder/routes/builder-pages-any-put '{"methods":["PUT"],"paths":["~/builder/pages/[^/]+$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-pages-any-put-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder-pages-any-put"}}'
put plugins/builder-pages-any-put-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-pages-any-put"}}'
put services/builder/routes/builder-pages-any-patch '{"methods":["PATCH"],"paths":["~/builder/pages/[^/]+$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-pages-any-patch-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder-pages-any-patch"}}'
put plugins/builder-pages-any-patch-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-pages-any-patch"}}'
put services/builder/routes/builder-pages-any-changes-get '{"methods":["GET","HEAD"],"paths":["~/builder/pages/[^/]+/changes$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-pages-any-changes-get-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder-pages-any-changes-get"}}'
put plugins/builder-pages-any-changes-get-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-pages-any-changes-get"}}'
put services/builder/routes/builder-pages-any-presence-any-put '{"methods":["PUT"],"paths":["~/builder/pages/[^/]+/presence/[^/]+$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-pages-any-presence-any-put-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder-pages-any-presence-any-put"}}'
put plugins/builder-pages-any-presence-any-put-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-pages-any-presence-any-put"}}'
put services/builder/routes/builder-pages-any-preview-get '{"methods":["GET","HEAD"],"paths":["~/builder/pages/[^/]+/preview$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-pages-any-preview-get-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder-pages-any-preview-get"}}'
put plugins/builder-pages-any-preview-get-rate-limiting '{"name":"rate-limiting","config":{"minute":2000,"hour":20000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-pages-any-preview-get"}}'
put services/builder/routes/builder-pages-any-versions-any-get '{"methods":["GET","HEAD"],"paths":["~/builder/pages/[^/]+/versions/[^/]+$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-pages-any-versions-any-get-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder-pages-any-versions-any-get"}}'
put plugins/builder-pages-any-versions-any-get-rate-limiting '{"name":"rate-limiting","config":{"minute":2000,"hour":20000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-pages-any-versions-any-get"}}'
put services/builder/routes/builder-assets-post '{"methods":["POST"],"paths":["~/builder/assets$"],"strip_path":false,"preserve_host":true,"request_buffering":false}'
put plugins/builder-assets-post-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder-assets-post"}}'
put plugins/builder-assets-post-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-assets-post"}}'
put plugins/builder-assets-post-request-size-limiting '{"name":"request-size-limiting","config":{"allowed_payload_size":100,"size_unit":"megabytes"},"route":{"name":"builder-assets-post"}}'
put services/builder/routes/builder-import-post '{"methods":["POST"],"paths":["~/builder/import$"],"strip_path":false,"preserve_host":true,"request_buffering":false}'
put plugins/builder-import-post-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder-import-post"}}'
put plugins/builder-import-post-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"builder-import-post"}}'
put plugins/builder-import-post-request-size-limiting '{"name":"request-size-limiting","config":{"allowed_payload_size":100,"size_unit":"megabytes"},"route":{"name":"builder-import-post"}}'
put services/builder/routes/builder '{"paths":["/builder/","~/builder$"],"strip_path":false,"preserve_host":true}'
put plugins/builder-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"builder"}}'

# content
put upstreams/content-pool '{"algorithm":"least-connections","healthchecks":{"threshold":0,"active":{"type":"http","http_path":"/actuator/health/readiness","timeout":1,"concurrency":2,"healthy":{"interval":2,"successes":2,"http_statuses":[200]},"unhealthy":{"interval":2,"http_failures":2,"tcp_failures":2,"timeouts":2,"http_statuses":[429,500,502,503,504]}},"passive":{"healthy":{"successes":1},"unhealthy":{"tcp_failures":3,"timeouts":3,"http_failures":0}}}}'
target content-pool ${JIUM_CONTENT_TARGET}
put services/content '{"host":"content-pool","port":80,"protocol":"http","connect_timeout":2000,"read_timeout":30000,"write_timeout":30000,"retries":1}'
put services/content/routes/content-boards-get '{"methods":["GET","HEAD"],"paths":["~/content/boards$"],"strip_path":false,"preserve_host":true}'
put services/content/routes/content-boards-any-get '{"methods":["GET","HEAD"],"paths":["~/content/boards/[^/]+$"],"strip_path":false,"preserve_host":true}'
put services/content/routes/content-boards-any-posts-get '{"methods":["GET","HEAD"],"paths":["~/content/boards/[^/]+/posts$"],"strip_path":false,"preserve_host":true}'
put services/content/routes/content-posts-any-get '{"methods":["GET","HEAD"],"paths":["~/content/posts/[^/]+$"],"strip_path":false,"preserve_host":true}'
put services/content/routes/content-upload-post '{"methods":["POST"],"paths":["~/content/upload$"],"strip_path":false,"preserve_host":true,"request_buffering":false}'
put plugins/content-upload-post-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"content-upload-post"}}'
put plugins/content-upload-post-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"content-upload-post"}}'
put plugins/content-upload-post-request-size-limiting '{"name":"request-size-limiting","config":{"allowed_payload_size":100,"size_unit":"megabytes"},"route":{"name":"content-upload-post"}}'
put services/content/routes/content '{"paths":["/content/","~/content$"],"strip_path":false,"preserve_host":true}'
put plugins/content-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"content"}}'

# deploy
put upstreams/deploy-pool '{"algorithm":"least-connections","healthchecks":{"threshold":0,"active":{"type":"http","http_path":"/actuator/health/readiness","timeout":1,"concurrency":2,"healthy":{"interval":2,"successes":2,"http_statuses":[200]},"unhealthy":{"interval":2,"http_failures":2,"tcp_failures":2,"timeouts":2,"http_statuses":[429,500,502,503,504]}},"passive":{"healthy":{"successes":1},"unhealthy":{"tcp_failures":3,"timeouts":3,"http_failures":0}}}}'
target deploy-pool ${JIUM_DEPLOY_TARGET}
put services/deploy '{"host":"deploy-pool","port":80,"protocol":"http","connect_timeout":2000,"read_timeout":30000,"write_timeout":30000,"retries":1}'
put services/deploy/routes/deploy-status-any-get '{"methods":["GET","HEAD"],"paths":["~/deploy/status/[^/]+$"],"strip_path":false,"preserve_host":true,"response_buffering":false}'
put plugins/deploy-status-any-get-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"deploy-status-any-get"}}'
put plugins/deploy-status-any-get-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"deploy-status-any-get"}}'
put services/deploy/routes/deploy '{"paths":["/deploy/","~/deploy$"],"strip_path":false,"preserve_host":true}'
put plugins/deploy-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"deploy"}}'

# payment
put upstreams/payment-pool '{"algorithm":"least-connections","healthchecks":{"threshold":0,"active":{"type":"http","http_path":"/actuator/health/readiness","timeout":1,"concurrency":2,"healthy":{"interval":2,"successes":2,"http_statuses":[200]},"unhealthy":{"interval":2,"http_failures":2,"tcp_failures":2,"timeouts":2,"http_statuses":[429,500,502,503,504]}},"passive":{"healthy":{"successes":1},"unhealthy":{"tcp_failures":3,"timeouts":3,"http_failures":0}}}}'
target payment-pool ${JIUM_PAYMENT_TARGET}
put services/payment '{"host":"payment-pool","port":80,"protocol":"http","connect_timeout":2000,"read_timeout":30000,"write_timeout":30000,"retries":1}'
put services/payment/routes/payment-plans-get '{"methods":["GET","HEAD"],"paths":["~/payment/plans$"],"strip_path":false,"preserve_host":true}'
put services/payment/routes/payment '{"paths":["/payment/","~/payment$"],"strip_path":false,"preserve_host":true}'
put plugins/payment-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"payment"}}'

# analytics
put upstreams/analytics-pool '{"algorithm":"least-connections","healthchecks":{"threshold":0,"active":{"type":"http","http_path":"/actuator/health/readiness","timeout":1,"concurrency":2,"healthy":{"interval":2,"successes":2,"http_statuses":[200]},"unhealthy":{"interval":2,"http_failures":2,"tcp_failures":2,"timeouts":2,"http_statuses":[429,500,502,503,504]}},"passive":{"healthy":{"successes":1},"unhealthy":{"tcp_failures":3,"timeouts":3,"http_failures":0}}}}'
target analytics-pool ${JIUM_ANALYTICS_TARGET}
put services/analytics '{"host":"analytics-pool","port":80,"protocol":"http","connect_timeout":2000,"read_timeout":30000,"write_timeout":30000,"retries":1}'
put services/analytics/routes/analytics-collect-post '{"methods":["POST"],"paths":["~/analytics/collect$"],"strip_path":false,"preserve_host":true}'
put plugins/analytics-collect-post-rate-limiting '{"name":"rate-limiting","config":{"minute":5000,"hour":50000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"analytics-collect-post"}}'
put services/analytics/routes/analytics '{"paths":["/analytics/","~/analytics$"],"strip_path":false,"preserve_host":true}'
put plugins/analytics-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"analytics"}}'

# notification
put upstreams/notification-pool '{"algorithm":"least-connections","healthchecks":{"threshold":0,"active":{"type":"http","http_path":"/actuator/health/readiness","timeout":1,"concurrency":2,"healthy":{"interval":2,"successes":2,"http_statuses":[200]},"unhealthy":{"interval":2,"http_failures":2,"tcp_failures":2,"timeouts":2,"http_statuses":[429,500,502,503,504]}},"passive":{"healthy":{"successes":1},"unhealthy":{"tcp_failures":3,"timeouts":3,"http_failures":0}}}}'
target notification-pool ${JIUM_NOTIFICATION_TARGET}
put services/notification '{"host":"notification-pool","port":80,"protocol":"http","connect_timeout":2000,"read_timeout":30000,"write_timeout":30000,"retries":1}'
put services/notification/routes/notification-mailbox-get '{"methods":["GET","HEAD"],"paths":["~/notification/mailbox$"],"strip_path":false,"preserve_host":true}'
put services/notification/routes/notification-mailbox-any-get '{"methods":["GET","HEAD"],"paths":["~/notification/mailbox/[^/]+$"],"strip_path":false,"preserve_host":true}'
put services/notification/routes/notification-stream-get '{"methods":["GET","HEAD"],"paths":["~/notification/stream$"],"strip_path":false,"preserve_host":true,"response_buffering":false}'
put plugins/notification-stream-get-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"notification-stream-get"}}'
put plugins/notification-stream-get-rate-limiting '{"name":"rate-limiting","config":{"minute":1000,"hour":10000,"limit_by":"ip","policy":"local","fault_tolerant":true},"route":{"name":"notification-stream-get"}}'
put services/notification/routes/notification '{"paths":["/notification/","~/notification$"],"strip_path":false,"preserve_host":true}'
put plugins/notification-jwt '{"name":"jwt","config":{"key_claim_name":"kid","claims_to_verify":["exp"],"header_names":["authorization"],"cookie_names":["jium_session"],"uri_param_names":[],"run_on_preflight":false},"route":{"name":"notification"}}'

# everywhere
put plugins/everywhere-correlation-id '{"name":"correlation-id","config":{"header_name":"X-Request-Id","generator":"uuid","echo_downstream":true}}'
put plugins/everywhere-cors '{"name":"cors","config":{"origins":["${JIUM_CORS_ORIGIN}"],"methods":["GET","HEAD","POST","PUT","PATCH","DELETE","OPTIONS"],"headers":["Authorization","Content-Type","Accept-Language","If-Match","Idempotency-Key","X-Request-Id"],"exposed_headers":["X-Request-Id","ETag","Location","RateLimit-Limit","RateLimit-Remaining","RateLimit-Reset","Retry-After"],"credentials":true,"max_age":3600}}'
put plugins/everywhere-request-size-limiting '{"name":"request-size-limiting","config":{"allowed_payload_size":4,"size_unit":"megabytes"}}'
put plugins/everywhere-rate-limiting '{"name":"rate-limiting","config":{"minute":100,"hour":1000,"limit_by":"ip","policy":"local","fault_tolerant":true}}'
put plugins/everywhere-prometheus '{"name":"prometheus","config":{"status_code_metrics":true,"latency_metrics":true,"bandwidth_metrics":true,"upstream_health_metrics":true}}'

# Who signs tokens; a key that is gone is to be deleted after the longest life of a token.
put consumers/platform '{}'
"$here/keys.sh" "http://${JIUM_AUTH_TARGET}" | while read -r key; do
  id=$(sed 's/.*"key":"\([^"]*\)".*/\1/' <<<"$key")
  put "consumers/platform/jwt/$id" "$key"
done
