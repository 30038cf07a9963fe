package io.jium.platform.web;

import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Caller;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills one type of controller parameter from the request. */
record Arguments<T>(Class<T> type, Function<NativeWebRequest, @Nullable T> read)
        implements HandlerMethodArgumentResolver {

    static final Arguments<Caller> CALLER = new Arguments<>(Caller.class, request -> caller());
    static final Arguments<Paging> PAGING =
            new Arguments<>(
                    Paging.class,
                    request ->
                            Paging.parse(
                                    request.getParameter("limit"), request.getParameter("cursor")));
    static final Arguments<IfMatch> IF_MATCH =
            new Arguments<>(IfMatch.class, request -> IfMatch.parse(request.getHeader("If-Match")));

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return read.apply(request);
    }

    private static Caller caller() {
        var caller = Caller.current();
        if (caller == null) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "unauthenticated");
        }
        return caller;
    }
}
