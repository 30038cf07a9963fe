package io.jium.platform.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The web layer of a service: JSON, problems, parameters, denial by default. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import({ProblemAdvice.class, DecimalNumbers.class})
public class ServiceWeb implements WebMvcConfigurer {

    private final JsonMapper json;
    private final Validator validator;

    public ServiceWeb(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new ByteArrayHttpMessageConverter())
                .addCustomConverter(
                        new StringHttpMessageConverter(java.nio.charset.StandardCharsets.UTF_8))
                .addCustomConverter(new ResourceHttpMessageConverter())
                .addCustomConverter(new JacksonJsonHttpMessageConverter(json));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(List.of(Arguments.CALLER, Arguments.PAGING, Arguments.IF_MATCH));
    }

    /**
     * Every answer has one form, so what a caller would rather have is not asked: otherwise the
     * work would be done and its answer refused. Only streams of events are asked for.
     */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(
                List.of(request -> {
                    var accepted = request.getHeader("Accept");
                    return accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
                            ? List.of(MediaType.TEXT_EVENT_STREAM, MediaType.ALL)
                            : List.of(MediaType.ALL);
                }));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new DenyByDefault());
    }

    @Override
    public Validator getValidator() {
        return validator;
    }
}
