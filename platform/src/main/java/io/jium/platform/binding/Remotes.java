package io.jium.platform.binding;

import io.jium.platform.host.HostSettings.Remote;
import io.jium.platform.metrics.Metrics;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.RemoteRefusal;
import io.jium.platform.security.Security;
import io.jium.platform.security.ServiceCredentials;
import io.jium.platform.trace.Trace;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP clients of contracts whose owners run elsewhere, with the service credential, time limits
 * and a {@link Guard} each. Thread-safe.
 */
public final class Remotes {

    private static final Logger LOG = LoggerFactory.getLogger(Remotes.class);
    private static final Set<String> REPEATABLE = Set.of("GET", "PUT", "DELETE");
    private static final TypeReference<Map<String, Object>> PROBLEM = new TypeReference<>() {};

    private final Supplier<Map<String, Remote>> addresses;
    private final ServiceCredentials credentials;
    private final JsonMapper json;
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /**
     * @param addresses by service; asked when a contract is first called, since our own port is
     *     known late
     */
    public Remotes(
            Supplier<Map<String, Remote>> addresses,
            ServiceCredentials credentials,
            JsonMapper json) {
        this.addresses = addresses;
        this.credentials = credentials;
        this.json = json;
    }

    /**
     * How a contract of an owner elsewhere can be reached at the moment.
     *
     * @param breaker {@code CLOSED} when it answers, {@code OPEN} when it is left alone, {@code
     *     HALF_OPEN} when it is tried
     * @param underWay calls at this moment
     */
    public record Reach(String owner, String contract, String breaker, int underWay) {}

    /** Of all contracts that have been called over HTTP. */
    public List<Reach> reaches() {
        return guards.values().stream()
                .map(Guard::reach)
                .sorted(Comparator.comparing(Reach::owner).thenComparing(Reach::contract))
                .toList();
    }

    /**
     * Shows {@code jium_breaker_open} (1 while an owner is left alone) and {@code
     * jium_calls_under_way} by owner and contract.
     */
    public void watch(Metrics metrics) {
        metrics.onReading(registry -> guards.values().forEach(guard -> guard.show(registry)));
    }

    /**
     * Made when first asked for; a race makes two equal ones, which does no harm.
     *
     * @param most a call may take, beside the owner's own limit
     */
    <T> Supplier<T> client(Class<T> contract, String owner, String caller, Duration most) {
        var client = new AtomicReference<@Nullable T>();
        return () -> {
            var made = client.get();
            if (made == null) {
                made = make(contract, owner, caller, most);
                client.set(made);
            }
            return made;
        };
    }

    private <T> T make(Class<T> contract, String owner, String caller, Duration most) {
        var remote = addresses.get().get(owner);
        if (remote == null) {
            throw new IllegalStateException("No address is set for " + owner);
        }
        var client =
                RestClient.builder()
                        .baseUrl(remote.url())
                        .requestFactory(withinTheTimeLeft())
                        .configureMessageConverters(converters ->
                                converters
                                        .disableDefaults()
                                        .addCustomConverter(
                                                new JacksonJsonHttpMessageConverter(json)))
                        .requestInterceptor((request, body, execution) -> {
                            decorate(request, caller, owner);
                            return execution.execute(request, body);
                        })
                        .defaultStatusHandler(
                                status -> status.isError(),
                                (request, response) -> refuse(owner, response))
                        .build();
        var proxy =
                HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                        .build()
                        .createClient(contract);
        var limit = most.compareTo(remote.timeout()) < 0 ? most : remote.timeout();
        return guarded(contract, owner, limit, proxy);
    }

    private static ClientHttpRequestFactory withinTheTimeLeft() {
        var http = Http.CLIENT;
        return (uri, method) -> {
            var factory = new JettyClientHttpRequestFactory(http);
            factory.setReadTimeout(Guard.left());
            return factory.createRequest(uri, method);
        };
    }

    private void decorate(HttpRequest request, String caller, String owner) {
        var headers = request.getHeaders();
        headers.set(Security.SERVICE_HEADER, credentials.issue(caller, owner));
        headers.set("Accept-Language", LocaleContextHolder.getLocale().toLanguageTag());
        Trace.passOn(headers::set);
    }

    private void refuse(String owner, ClientHttpResponse response) throws IOException {
        var status = HttpStatus.resolve(response.getStatusCode().value());
        var type = response.getHeaders().getContentType();
        if (status == null || type == null || !type.toString().startsWith(Problems.MEDIA_TYPE)) {
            throw Unanswered.status(
                    owner + " answered " + response.getStatusCode() + " without a problem",
                    status == HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            // That is between the two services: whoever has called us need not sign in for it.
            LOG.error("{} does not accept our credential: is the service secret the same?", owner);
            throw Unanswered.status(owner + " does not accept our credential", false);
        }
        try {
            var problem = json.readValue(response.getBody(), PROBLEM);
            var refusal = new RemoteRefusal(status, String.valueOf(problem.get("code")), problem);
            var later = response.getHeaders().getFirst("Retry-After");
            throw later == null ? refusal : refusal.header("Retry-After", later);
        } catch (JacksonException unreadable) {
            throw Unanswered.by(unreadable);
        }
    }

    private <T> T guarded(Class<T> contract, String owner, Duration limit, T client) {
        var guard =
                guards.computeIfAbsent(
                        owner + " " + contract.getName(),
                        name -> new Guard(owner, contract.getSimpleName()));
        return contract.cast(
                Proxy.newProxyInstance(
                        contract.getClassLoader(),
                        new Class<?>[] {contract},
                        (proxy, method, arguments) ->
                                guard.call(
                                        limit,
                                        isRepeatable(method),
                                        () -> attempt(client, method, arguments))));
    }

    private static boolean isRepeatable(Method method) {
        var exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
        return exchange != null && REPEATABLE.contains(exchange.method());
    }

    private static @Nullable Object attempt(
            Object client, Method method, @Nullable Object @Nullable [] arguments)
            throws Exception {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            throw switch (Objects.requireNonNull(thrown.getCause())) {
                case RestClientException noAnswer -> Unanswered.by(noAnswer);
                case Exception other -> other;
                case Error broken -> throw broken;
                case Throwable other -> new IllegalStateException(other);
            };
        }
    }
}
