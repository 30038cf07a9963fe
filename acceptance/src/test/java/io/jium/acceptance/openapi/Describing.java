package io.jium.acceptance.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.jium.Jium;
import io.jium.acceptance.Product;
import io.jium.acceptance.endpoint.Endpoint;
import io.jium.acceptance.endpoint.Endpoints;
import io.jium.builder.change.Change;
import io.jium.platform.saga.ServiceSagas;
import io.jium.platform.web.IfMatch;
import io.jium.platform.web.Paging;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/** What the classes cannot say: names, sentences, tokens, paging, versions, problems. */
@Configuration(proxyBeanMethods = false)
class Describing {

    private static final String EVERY_SERVICE = "every service";

    private static final Map<String, Endpoint> ENDPOINTS =
            Endpoints.ofThePublic().stream()
                    .filter(endpoint -> !endpoint.name().contains(" as "))
                    .collect(Collectors.toMap(Endpoint::name, Function.identity()));

    /** First in the list is asked last: what knows Spring's own types comes before it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        var mapper = mappers.jsonMapper().copy();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new SchemaNames()).openapi31(true);
    }

    @Bean
    NullableMembers nullableMembers() {
        return new NullableMembers();
    }

    @Bean
    OpenApiCustomizer describe() {
        return document -> {
            document.info(
                    new Info()
                            .title("Jium")
                            .version("1")
                            .description(
                                    "Every error is application/problem+json with a stable `code`; texts come in the language of "
                                            + "`Accept-Language` (ko, en). Lists are read on with `next_cursor`."));
            document.servers(List.of(new Server().url("/")));
            document.setTags(
                    Stream.concat(Product.services().stream(), Stream.of(EVERY_SERVICE))
                            .map(name -> new Tag().name(name))
                            .toList());
            components(document);
            changes(document);
            document.getPaths()
                    .forEach((path, calls) ->
                            calls.readOperationsMap()
                                    .forEach((verb, operation) ->
                                            describe(verb + " " + path, operation)));
        };
    }

    /** Which word stands for which kind of change: the document would name the kinds themselves. */
    private static void changes(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        var discriminator = Objects.requireNonNull(schemas.get("Change")).getDiscriminator();
        for (var kind : Change.class.getAnnotation(JsonSubTypes.class).value()) {
            discriminator.mapping(
                    kind.name(), "#/components/schemas/Change" + kind.value().getSimpleName());
        }
    }

    private static void components(OpenAPI document) {
        var components =
                document.getComponents() == null ? new Components() : document.getComponents();
        components.addSecuritySchemes(
                "token",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        components.addSchemas("Problem", problem());
        components.addResponses(
                "Problem",
                new ApiResponse()
                        .description("What is wrong")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(ref("Problem")))));
        document.setComponents(components);
    }

    private static Schema<?> problem() {
        var field = object("field", "code", "message");
        return object("type", "title", "detail", "instance", "code", "trace_id")
                .addProperty("status", type("integer"))
                .addProperty("errors", type("array").items(field));
    }

    private static Schema<?> object(String... texts) {
        var object = type("object");
        for (var text : texts) {
            object.addProperty(text, type("string"));
        }
        object.setRequired(List.of(texts));
        return object;
    }

    private static Schema<Object> type(String type) {
        var schema = new Schema<Object>();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> ref(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private static void describe(String name, Operation operation) {
        var endpoint = Objects.requireNonNull(ENDPOINTS.get(name), name);
        var told = Objects.requireNonNull(Operations.all().get(name), name);
        operation.setSummary(told.sentence());
        operation.setTags(
                List.of(
                        isOfEveryService(endpoint)
                                ? EVERY_SERVICE
                                : endpoint.path().split("/")[1]));
        operation.setOperationId(operationId(endpoint));
        if (!endpoint.isAnonymous()) {
            operation.setSecurity(List.of(new SecurityRequirement().addList("token")));
        }
        if (endpoint.isAdminOnly()) {
            operation.setDescription("For administrators.");
        }
        if (Arrays.asList(endpoint.handler().getParameterTypes()).contains(MultipartFile.class)) {
            operation.setRequestBody(upload());
            operation.setParameters(null);
        }
        operation.setParameters(parameters(endpoint, operation.getParameters()));
        operation.setResponses(responses(told, endpoint, operation.getResponses()));
    }

    private static boolean isOfEveryService(Endpoint endpoint) {
        return endpoint.path().startsWith(Endpoints.EVERY_SERVICE);
    }

    private static Stream<String> answering(Endpoint endpoint) {
        return Jium.SERVICES.stream()
                .filter(service ->
                        !endpoint.path().startsWith(Endpoints.EVERY_SERVICE + "/sagas")
                                || hasSagas(service))
                .map(Product::name);
    }

    private static boolean hasSagas(Class<?> service) {
        var imported = service.getAnnotation(Import.class);
        return imported != null && Arrays.asList(imported.value()).contains(ServiceSagas.class);
    }

    private static RequestBody upload() {
        var form = type("object");
        form.addProperty("service_id", type("integer").format("int64"));
        form.addProperty("file", type("string").format("binary"));
        form.setRequired(List.of("service_id", "file"));
        return new RequestBody()
                .required(true)
                .content(
                        new Content()
                                .addMediaType("multipart/form-data", new MediaType().schema(form)));
    }

    /** {@code putBuilderPagesId}: unique, and readable enough for generated clients. */
    private static String operationId(Endpoint endpoint) {
        var id = new StringBuilder(endpoint.httpMethod().toLowerCase(Locale.ROOT));
        for (var word : endpoint.path().split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }

    private static List<Parameter> parameters(
            Endpoint endpoint, @Nullable List<Parameter> declared) {
        var all = new ArrayList<>(declared == null ? List.of() : declared);
        if (isOfEveryService(endpoint)) {
            var services = type("string");
            answering(endpoint).forEach(services::addEnumItemObject);
            all.addFirst(
                    new Parameter().in("path").name("service").required(true).schema(services));
        }
        if (endpoint.takes(Paging.class)) {
            var limit = type("integer");
            limit.minimum(java.math.BigDecimal.ONE).maximum(java.math.BigDecimal.valueOf(100));
            all.add(new Parameter().in("query").name("limit").schema(limit));
            all.add(new Parameter().in("query").name("cursor").schema(type("string")));
        }
        if (endpoint.takes(IfMatch.class)) {
            all.add(
                    new Parameter()
                            .in("header")
                            .name("If-Match")
                            .required(true)
                            .description("The ETag that was read last")
                            .schema(type("string")));
        }
        if (endpoint.httpMethod().equals("POST")) {
            all.add(
                    new Parameter()
                            .in("header")
                            .name("Idempotency-Key")
                            .description("The same key and body get the first answer again")
                            .schema(type("string")));
        }
        return all;
    }

    private static ApiResponses responses(
            Operations.Told told, Endpoint endpoint, @Nullable ApiResponses declared) {
        var content =
                declared == null || declared.isEmpty() || told.status() == 204
                        ? null
                        : content(endpoint, declared.values().iterator().next().getContent());
        var good =
                new ApiResponse()
                        .description(HttpStatus.valueOf(told.status()).getReasonPhrase())
                        .content(content);
        if (endpoint.takes(IfMatch.class)) {
            good.addHeaderObject("ETag", new Header().schema(type("string")));
        }
        return new ApiResponses()
                .addApiResponse(Integer.toString(told.status()), good)
                .addApiResponse(
                        "default", new ApiResponse().$ref("#/components/responses/Problem"));
    }

    private static @Nullable Content content(Endpoint endpoint, @Nullable Content declared) {
        if (endpoint.path().matches("/builder/.*/previews?(/.*)?|/builder/previews/.*")) {
            return new Content().addMediaType("text/html", new MediaType().schema(type("string")));
        }
        if (endpoint.path().startsWith("/builder/files/")) {
            return new Content()
                    .addMediaType("*/*", new MediaType().schema(type("string").format("binary")));
        }
        return declared;
    }
}
