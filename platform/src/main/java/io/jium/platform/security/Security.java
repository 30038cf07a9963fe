package io.jium.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.jium.contracts.auth.Sessions;
import io.jium.platform.problem.Problems;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The security chain of a process: headers, token verification, service credentials. */
public final class Security {

    /** The {@code iss} of every access token. */
    public static final String ISSUER = "jium";

    /** Header that carries the service credential. */
    public static final String SERVICE_HEADER = "Jium-Service-Credential";

    private Security() {}

    /**
     * One filter to stand before all servlets.
     *
     * @param services that run here
     */
    public static Filter chain(
            PublishedKeys keys,
            Sessions sessions,
            ServiceCredentials credentials,
            Set<String> services,
            Problems problems,
            Clock clock) {
        List<Filter> filters =
                List.of(
                        new HeaderWriterFilter(
                                List.of(
                                        new StaticHeadersWriter(
                                                "X-Content-Type-Options", "nosniff"))),
                        new ServiceCredential(credentials, services, problems),
                        new TokenAuthentication(
                                decoder(keys, clock), keys, sessions, problems, clock));
        return new FilterChainProxy(
                new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters));
    }

    private static JwtDecoder decoder(PublishedKeys keys, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys.source()));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(ISSUER)));
        return decoder;
    }
}
