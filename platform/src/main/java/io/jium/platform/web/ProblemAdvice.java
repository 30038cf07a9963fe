package io.jium.platform.web;

import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.InvalidFields.InvalidField;
import io.jium.platform.problem.Malformed;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Every exception that leaves a controller becomes one problem; the unexpected is logged and told
 * as 500.
 */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Pattern CAMEL_HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    /** What follows the first name in {@code service.slug} or {@code items[0].name}. */
    private static final Pattern OUTERMOST = Pattern.compile("[.\\[].*");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refused(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var refusal = refusal(thrown, request);
        if (refusal instanceof Unavailable) {
            // Many of them while another service is away: one line each.
            LOG.warn(
                    "{} {} cannot be done: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    String.valueOf(refusal.getCause()));
        } else if (refusal.status().is5xxServerError()) {
            LOG.error(
                    "{} {} failed: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    refusal.code(),
                    thrown);
        }
        if (response.isCommitted()) {
            // The answer is under way: cut it short so that nobody takes it for whole.
            throw new IOException("The answer failed half-way", thrown);
        }
        response.resetBuffer();
        problems.write(refusal, request, response);
    }

    /** The client went away; there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("The client went away", gone);
    }

    private static Refusal refusal(Exception thrown, HttpServletRequest request) {
        return switch (thrown) {
            case Refusal refusal -> refusal;
            case MethodArgumentNotValidException invalid ->
                    new InvalidFields(
                            invalid.getFieldErrors().stream()
                                    .sorted(inOrderOfTheForm(invalid.getTarget()))
                                    .map(ProblemAdvice::field)
                                    .toList());
            case HttpMessageNotReadableException unreadable -> refusalWithin(unreadable);
            case MissingServletRequestParameterException missing ->
                    InvalidFields.of(missing.getParameterName(), "required");
            case MissingServletRequestPartException missing ->
                    InvalidFields.of(missing.getRequestPartName(), "required");
            case MethodArgumentTypeMismatchException mismatch ->
                    mismatch.getParameter()
                                    .hasParameterAnnotation(
                                            org.springframework.web.bind.annotation.PathVariable
                                                    .class)
                            ? new NotFound()
                            : InvalidFields.of(snakeCase(mismatch.getName()), "invalid");
            case MaxUploadSizeExceededException tooLarge -> BodyLimit.exceeded(BodyLimit.UPLOAD);
            case MultipartException unreadable -> refusalWithin(unreadable);
            case HttpRequestMethodNotSupportedException unsupported ->
                    methodNotAllowed(unsupported, request);
            case HttpMediaTypeNotSupportedException unsupported ->
                    new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
            case Exception unreadable when unreadable instanceof HttpException jetty ->
                    fromStatus(HttpStatus.valueOf(jetty.getCode()));
            case ErrorResponse other ->
                    fromStatus(HttpStatus.valueOf(other.getStatusCode().value()));
            default -> new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error");
        };
    }

    /** Reading the body may have met one of our own refusals (it is too large). */
    private static Refusal refusalWithin(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return new Malformed();
    }

    private static Refusal methodNotAllowed(
            HttpRequestMethodNotSupportedException thrown, HttpServletRequest request) {
        var refusal =
                new Refusal(
                        HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed", request.getMethod());
        var supported = thrown.getSupportedMethods();
        return supported == null ? refusal : refusal.header("Allow", String.join(", ", supported));
    }

    private static Refusal fromStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> new NotFound();
            case NOT_ACCEPTABLE -> new Refusal(status, "not_acceptable");
            default ->
                    status.is4xxClientError()
                            ? new Malformed()
                            : new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error");
        };
    }

    /** Validation has no order of its own; a form is mended from the top down. */
    private static Comparator<FieldError> inOrderOfTheForm(@Nullable Object form) {
        var components = form == null ? null : form.getClass().getRecordComponents();
        var names =
                components == null
                        ? List.<String>of()
                        : Stream.of(components).map(RecordComponent::getName).toList();
        return Comparator.<FieldError>comparingInt(error ->
                        names.indexOf(OUTERMOST.matcher(error.getField()).replaceFirst("")))
                .thenComparing(FieldError::getField)
                .thenComparing(error -> Objects.requireNonNullElse(error.getCode(), ""));
    }

    private static InvalidField field(FieldError error) {
        var name = snakeCase(error.getField());
        var code = error.getCode() == null ? "" : error.getCode();
        return switch (code) {
            case "NotNull", "NotBlank", "NotEmpty" -> new InvalidField(name, "required", List.of());
            case "Email" -> new InvalidField(name, "email", List.of());
            case "Size" -> {
                var size =
                        error.unwrap(jakarta.validation.ConstraintViolation.class)
                                .getConstraintDescriptor()
                                .getAttributes();
                yield new InvalidField(name, "size", List.of(size.get("min"), size.get("max")));
            }
            default -> new InvalidField(name, "invalid", List.of());
        };
    }

    private static String snakeCase(String name) {
        return CAMEL_HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
