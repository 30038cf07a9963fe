package io.jium.builder.design;

import io.jium.builder.asset.FileAddress;
import io.jium.builder.page.Page;
import io.jium.builder.page.Pages;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.InvalidFields.InvalidField;
import io.jium.platform.storage.Blobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The colours and typefaces of a site. A site without style sheets has those of the ground. */
@Component
public class SiteDesign {

    private final Pages pages;
    private final Blobs blobs;
    private final DesignValues values;

    SiteDesign(Pages pages, Blobs blobs, DesignValues values) {
        this.pages = pages;
        this.blobs = blobs;
        this.values = values;
    }

    /** All of them, in the order of the style sheets. */
    List<DesignValue> of(long serviceId) {
        var own = values.of(serviceId);
        return named(serviceId).values().stream()
                .map(value -> value.withValue(own.getOrDefault(value.name(), value.value())))
                .toList();
    }

    /**
     * Puts others in their place, as far as they are named; null takes one back. Refuses with 422
     * what the site does not name, and what is no colour or typeface.
     */
    void change(long serviceId, Map<String, @Nullable String> changes) {
        var named = named(serviceId);
        var invalid = new ArrayList<InvalidField>();
        changes.forEach((name, value) -> {
            var known = named.get(name);
            if (known == null) {
                invalid.add(new InvalidField("values." + name, "unknown", List.of()));
            } else if (value != null
                    && NamedValues.kind(value).filter(known.kind()::equals).isEmpty()) {
                invalid.add(new InvalidField("values." + name, "invalid", List.of()));
            }
        });
        if (!invalid.isEmpty()) {
            throw new InvalidFields(invalid);
        }
        values.change(serviceId, changes);
    }

    /** The rule that puts them in the place of the style sheets' own; empty when there are none. */
    public String css(long serviceId) {
        var own = values.of(serviceId);
        return own.isEmpty()
                ? ""
                : own.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(";", ":root{", "}"));
    }

    /**
     * Of the style sheets that pages bring along as files, and of the ground where one has none.
     */
    private Map<String, DesignValue> named(long serviceId) {
        var sheets = new LinkedHashSet<String>();
        boolean isGroundShown = false;
        for (var page : pages.all(serviceId)) {
            var own = sheets(page);
            sheets.addAll(own);
            isGroundShown |= own.isEmpty();
        }
        var texts = sheets.stream().map(this::text);
        return NamedValues.of(
                (isGroundShown ? Stream.concat(texts, Stream.of(Ground.named())) : texts).toList());
    }

    private static List<String> sheets(Page page) {
        return FileAddress.PATTERN
                .matcher(Objects.requireNonNullElse(page.head(), ""))
                .results()
                .filter(address -> address.group(2).endsWith(".css"))
                .map(address -> address.group(1))
                .toList();
    }

    private String text(String sha256) {
        try {
            return Files.readString(blobs.file(sha256).orElseThrow(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A style sheet cannot be read: " + sha256, unreadable);
        }
    }
}
