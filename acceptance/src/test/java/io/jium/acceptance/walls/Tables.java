package io.jium.acceptance.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds statements that name tables of others: nobody reads another service's tables. */
final class Tables {

    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(select|insert into|update|delete from|from|join|with)\\s");
    private static final Pattern NOT_A_TABLE =
            Pattern.compile("on duplicate key update|for update|values\\([a-z_]+\\)");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:from|join|insert into|update)\\s+([a-z_][a-z0-9_]*)");
    private static final Pattern CREATED =
            Pattern.compile("create table (?:if not exists )?`?([a-z_][a-z0-9_]*)");

    private Tables() {}

    static List<String> foreign(House house, String service) {
        var own = own(house, service);
        var found = new ArrayList<String>();
        for (var type : house.classes()) {
            if (type.getPackageName().equals(house.service(service))
                    || type.getPackageName().startsWith(house.service(service) + ".")) {
                strings(type)
                        .flatMap(Tables::named)
                        .filter(table -> !own.contains(table))
                        .forEach(table -> found.add(type.getName() + " names table " + table));
            }
        }
        return found;
    }

    private static Set<String> own(House house, String service) {
        var tables = new TreeSet<String>();
        try {
            var resources = new PathMatchingResourcePatternResolver();
            for (var folder : List.of(house.migrations() + "/" + service, "db/platform")) {
                for (var file : resources.getResources("classpath*:" + folder + "/*.sql")) {
                    var sql = file.getContentAsString(StandardCharsets.UTF_8);
                    CREATED.matcher(sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                            .results()
                            .forEach(match -> tables.add(match.group(1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Migrations of " + service, unreadable);
        }
        return tables;
    }

    /** Tables that a statement, or a part of one, names. */
    static Stream<String> named(String text) {
        if (!STATEMENT.matcher(text).find()) {
            return Stream.empty();
        }
        var sql = NOT_A_TABLE.matcher(text.replaceAll("\\s+", " ")).replaceAll("");
        return NAMED.matcher(sql).results().map(match -> match.group(1));
    }

    /** Every text constant of a class, parts of concatenations among them. */
    private static Stream<String> strings(JavaClass type) {
        try (var bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            var pool = ClassFile.of().parse(bytes.readAllBytes()).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue())
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(type.getName(), unreadable);
        }
    }
}
