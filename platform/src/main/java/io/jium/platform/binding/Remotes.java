package io.jium.platform.binding;

import io.jium.platform.host.HostSettings.Remote;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.RemoteRefusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.security.Security;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP clients of contracts whose owners run elsewhere, with time limits and the service
 * credential. Thread-safe.
 */
public final class Remotes {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final TypeReference<Map<String, Object>> PROBLEM = new TypeReference<>() {};

    private final Supplier<Map<String, Remote>> addresses;
    private final Supplier<String> credential;
    private final JsonMapper json;

    /**
     * @param addresses by service; asked when a contract is first called, since our own port is
     *     known late
     */
    public Remotes(
            Supplier<Map<String, Remote>> addresses, Supplier<String> credential, JsonMapper json) {
        this.addresses = addresses;
        this.credential = credential;
        this.json = json;
    }

    /** Made when first asked for; a race makes two equal ones, which does no harm. */
    <T> Supplier<T> client(Class<T> contract, String owner) {
        var client = new AtomicReference<@Nullable T>();
        return () -> {
            var made = client.get();
            if (made == null) {
                made = make(contract, owner);
                client.set(made);
            }
            return made;
        };
    }

    private <T> T make(Class<T> contract, String owner) {
        var remote = addresses.get().get(owner);
        if (remote == null) {
            throw new IllegalStateException("No address is set for " + owner);
        }
        var factory = new JdkClientHttpRequestFactory(Http.CLIENT);
        factory.setReadTimeout(remote.timeout());
        var client =
                RestClient.builder()
                        .baseUrl(remote.url())
                        .requestFactory(factory)
                        .configureMessageConverters(converters ->
                                converters
                                        .disableDefaults()
                                        .addCustomConverter(
                                                new JacksonJsonHttpMessageConverter(json)))
                        .requestInterceptor((request, body, execution) -> {
                            decorate(request);
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
        return guarded(contract, owner, proxy);
    }

    private void decorate(HttpRequest request) {
        request.getHeaders().set(Security.SERVICE_HEADER, credential.get());
        request.getHeaders()
                .set("Accept-Language", LocaleContextHolder.getLocale().toLanguageTag());
        var trace = MDC.get("trace_id");
        if (trace != null) {
            request.getHeaders().set("X-Request-Id", trace);
        }
    }

    private void refuse(String owner, ClientHttpResponse response) throws IOException {
        var status = HttpStatus.valueOf(response.getStatusCode().value());
        var type = response.getHeaders().getContentType();
        if (type == null || !type.toString().startsWith(Problems.MEDIA_TYPE)) {
            throw new Unavailable(
                    owner, new IOException(owner + " answered " + status + " without a problem"));
        }
        try {
            var problem = json.readValue(response.getBody(), PROBLEM);
            throw new RemoteRefusal(status, String.valueOf(problem.get("code")), problem);
        } catch (JacksonException unreadable) {
            throw new Unavailable(owner, unreadable);
        }
    }

    /** A callee that cannot be reached is the same refusal as one that is not running here. */
    private static <T> T guarded(Class<T> contract, String owner, T client) {
        return contract.cast(
                java.lang.reflect.Proxy.newProxyInstance(
                        contract.getClassLoader(),
                        new Class<?>[] {contract},
                        (proxy, method, arguments) -> {
                            try {
                                return method.invoke(client, arguments);
                            } catch (java.lang.reflect.InvocationTargetException thrown) {
                                throw thrown.getCause()
                                                instanceof ResourceAccessException unreachable
                                        ? new Unavailable(owner, unreachable)
                                        : thrown.getCause();
                            }
                        }));
    }

    /** Made when a first owner turns out to be elsewhere: in one process there is none. */
    private static final class Http {
        static final HttpClient CLIENT =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }
}
