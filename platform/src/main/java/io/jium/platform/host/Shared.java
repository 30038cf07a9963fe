package io.jium.platform.host;

import io.jium.platform.data.DatabaseAddress;
import io.jium.platform.metrics.Metrics;
import io.jium.platform.problem.Problems;
import io.jium.platform.redis.Redis;
import io.jium.platform.security.Secrets;
import io.jium.platform.storage.Blobs;
import io.jium.platform.storage.LocalBlobs;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The bare parent of all contexts: what is stateless or belongs to the installation. It knows
 * nothing of the web.
 */
final class Shared {

    private Shared() {}

    static ConfigurableApplicationContext context(
            HostSettings settings, List<String> services, Clock clock) {
        var context = new GenericApplicationContext();
        var json = json();
        var validator = new LocalValidatorFactoryBean();
        validator.afterPropertiesSet();
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("hostSettings", settings);
        beans.registerSingleton("clock", clock);
        beans.registerSingleton("jsonMapper", json);
        beans.registerSingleton("validator", validator);
        beans.registerSingleton("problems", new Problems(services, json));
        beans.registerSingleton("secrets", new Secrets(settings.data()));
        beans.registerSingleton(
                "databaseAddress",
                new DatabaseAddress(
                        settings.data(),
                        settings.databaseUrl(),
                        settings.databaseUser(),
                        settings.databasePassword()));
        var metrics = new Metrics();
        beans.registerSingleton("metrics", metrics);
        beans.registerDisposableBean("metrics", metrics::close);
        var redis = settings.redisUrl() == null ? null : new Redis(settings.redisUrl());
        if (redis != null) {
            beans.registerSingleton("redis", redis);
            beans.registerDisposableBean("redis", redis::close);
        }
        beans.registerSingleton("announcements", new Announcements(redis));
        Blobs blobs = new LocalBlobs(settings.data().resolve("sites").resolve("blobs"));
        beans.registerSingleton("blobs", blobs);
        context.refresh();
        return context;
    }

    /**
     * snake_case, RFC 3339 times, no guessing: a number is not a text and a text is not a number.
     */
    private static JsonMapper json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercion ->
                                coercion.setCoercion(
                                                CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
