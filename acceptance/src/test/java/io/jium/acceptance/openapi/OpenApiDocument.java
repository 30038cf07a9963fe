package io.jium.acceptance.openapi;

import io.jium.acceptance.endpoint.Endpoints;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IfMatch;
import io.jium.platform.web.Paging;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;

/** Made by springdoc from the classes of all controllers; no service has to run for it. */
final class OpenApiDocument {

    /** What is read from bodies. */
    static final Set<Class<?>> REQUESTS =
            Endpoints.ofThePublic().stream()
                    .flatMap(endpoint -> Arrays.stream(endpoint.handler().getParameters()))
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .flatMap(parameter -> withParts(parameter.getType()))
                    .collect(Collectors.toUnmodifiableSet());

    private OpenApiDocument() {}

    private static java.util.stream.Stream<Class<?>> withParts(Class<?> type) {
        return type.isRecord()
                ? java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(type),
                        Arrays.stream(type.getRecordComponents())
                                .map(component -> (Class<?>) component.getType())
                                .flatMap(OpenApiDocument::withParts))
                : java.util.stream.Stream.empty();
    }

    static String json() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Paging.class, IfMatch.class)
                .replaceWithClass(JsonNode.class, Object.class);
        try (var context = new AnnotationConfigWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "springdoc",
                                    java.util.Map.of(
                                            "springdoc.writer-with-order-by-keys",
                                            "true",
                                            "springdoc.writer-with-default-pretty-printer",
                                            "true",
                                            "springdoc.override-with-generic-response",
                                            "false",
                                            "springdoc.api-docs.version",
                                            "openapi_3_1",
                                            "springdoc.cache.disabled",
                                            "true",
                                            "springdoc.default-produces-media-type",
                                            "application/json",
                                            "springdoc.paths-to-exclude",
                                            "/api/**",
                                            // What every service answers alike is told once.
                                            "jium.service",
                                            "{service}")));
            context.register(Documented.class);
            var objenesis = new SpringObjenesis();
            context.addBeanFactoryPostProcessor(factory ->
                    Endpoints.ofThePublic().stream()
                            .map(endpoint -> endpoint.handler().getDeclaringClass())
                            .distinct()
                            .forEach(controller ->
                                    ((org.springframework.beans.factory.support
                                                            .BeanDefinitionRegistry)
                                                    factory)
                                            .registerBeanDefinition(
                                                    controller.getName(),
                                                    withoutConstructor(controller, objenesis))));
            context.refresh();
            var resource = context.getBean(OpenApiWebMvcResource.class);
            var request = new MockHttpServletRequest("GET", "/v3/api-docs");
            return new String(
                            resource.openapiJson(request, "/v3/api-docs", Locale.ENGLISH),
                            StandardCharsets.UTF_8)
                    + "\n";
        } catch (com.fasterxml.jackson.core.JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Nobody calls it: its mappings are all that is asked for. */
    private static <T> RootBeanDefinition withoutConstructor(
            Class<T> type, SpringObjenesis objenesis) {
        var definition = new RootBeanDefinition(type, () -> objenesis.newInstance(type));
        definition.setAutowireMode(RootBeanDefinition.AUTOWIRE_NO);
        return definition;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableConfigurationProperties
    @Import({
        SpringDocConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocWebMvcConfiguration.class,
        Describing.class
    })
    static class Documented {}
}
