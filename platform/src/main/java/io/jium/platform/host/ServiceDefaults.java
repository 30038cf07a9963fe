package io.jium.platform.host;

import io.jium.platform.data.ServiceDatabase;
import io.jium.platform.web.IdempotencyKeys;
import io.jium.platform.web.ServiceWeb;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What every service has: a database, a web layer, idempotency keys. */
@Configuration(proxyBeanMethods = false)
@Import({ServiceDatabase.class, ServiceWeb.class, IdempotencyKeys.class})
class ServiceDefaults {}
