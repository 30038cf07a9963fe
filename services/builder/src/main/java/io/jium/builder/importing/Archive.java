package io.jium.builder.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Opens a ZIP archive into memory within limits. Nothing is written to disk, archives inside are
 * not opened, and sizes are counted while unpacking, whatever the headers say.
 */
final class Archive {

    static final int MAX_ENTRIES = 2_000;
    static final int MAX_FILE = 20 * 1_048_576;
    static final int MAX_TOTAL = 64 * 1_048_576;
    static final int MAX_RATIO = 200;

    private static final int RATIO_COUNTS_FROM = 1_048_576;
    private static final int MAX_PATH = 500;

    /**
     * What archivers make; the library knows more, with the help of libraries that are not here.
     */
    private static final Set<ZipMethod> METHODS =
            EnumSet.of(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ENHANCED_DEFLATED);

    private Archive() {}

    sealed interface Outcome {

        record Opened(Map<String, byte[]> files, List<ImportWarning> warnings) implements Outcome {}

        record Unfit(SiteImport.Refused refused) implements Outcome {}
    }

    static Outcome open(Path archive) {
        // Latin-1 keeps the bytes of names that are not marked as UTF-8.
        try (var zip =
                ZipFile.builder()
                        .setPath(archive)
                        .setCharset(StandardCharsets.ISO_8859_1)
                        .setUseUnicodeExtraFields(true)
                        .get()) {
            return new Unpacking(zip).run();
        } catch (IOException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException notZip) {
            // The last three are how the library answers to some headers that make no sense.
            return unfit("not_a_zip", "");
        }
    }

    private static Outcome unfit(String code, String detail) {
        return new Outcome.Unfit(new SiteImport.Refused(code, detail));
    }

    /** One archive being unpacked. */
    private static final class Unpacking {

        private final ZipFile zip;
        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private final List<ImportWarning> warnings = new ArrayList<>();
        private long total;

        Unpacking(ZipFile zip) {
            this.zip = zip;
        }

        Outcome run() throws IOException {
            int count = 0;
            for (var entries = zip.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (++count > MAX_ENTRIES) {
                    return unfit("archive_too_many_files", String.valueOf(MAX_ENTRIES));
                }
                var name = name(entry);
                var refusal = refusal(entry, name);
                if (!refusal.isEmpty()) {
                    return unfit(refusal, name);
                }
                var path = SitePaths.normal(name).orElse("");
                if (entry.isDirectory() || path.isEmpty() || isSystemFile(path)) {
                    continue;
                }
                if (entry.isUnixSymlink()) {
                    warnings.add(new ImportWarning("symbolic_link", path, null));
                    continue;
                }
                var problem = unpack(entry, path);
                if (!problem.isEmpty()) {
                    return unfit(problem, path);
                }
            }
            return files.isEmpty()
                    ? unfit("archive_empty", "")
                    : new Outcome.Opened(files, warnings);
        }

        /** Macs store Hangul in parts (NFD); addresses in pages have it whole. */
        private static String name(ZipArchiveEntry entry) {
            var marked = entry.getGeneralPurposeBit().usesUTF8ForNames();
            var raw = entry.getRawName();
            var name = marked || raw == null ? entry.getName() : Decoding.name(raw);
            return Normalizer.normalize(name, Normalizer.Form.NFC);
        }

        private static String refusal(ZipArchiveEntry entry, String name) {
            boolean drive = name.length() > 1 && name.charAt(1) == ':';
            boolean leadsOut = SitePaths.normal(name).isEmpty();
            if (name.startsWith("/")
                    || name.startsWith("\\")
                    || drive
                    || leadsOut
                    || name.indexOf('\0') >= 0) {
                return "archive_unsafe_path";
            }
            if (name.length() > MAX_PATH) {
                return "archive_path_too_long";
            }
            return entry.getGeneralPurposeBit().usesEncryption() ? "archive_encrypted" : "";
        }

        private static boolean isSystemFile(String path) {
            var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            return ("/" + path).contains("/__MACOSX/")
                    || ("/" + path).contains("/.")
                    || name.equals("thumbs.db")
                    || name.equals("desktop.ini");
        }

        /** The code of what is wrong, or an empty text. */
        private String unpack(ZipArchiveEntry entry, String path) throws IOException {
            if (!METHODS.contains(ZipMethod.getMethodByCode(entry.getMethod()))
                    || !zip.canReadEntryData(entry)) {
                return "archive_unknown_method";
            }
            var bytes = new ByteArrayOutputStream();
            try (var in = zip.getInputStream(entry)) {
                var problem = copy(in, bytes, entry.getCompressedSize());
                if (!problem.isEmpty()) {
                    return problem;
                }
            }
            return files.putIfAbsent(path, bytes.toByteArray()) == null
                    ? ""
                    : "archive_duplicate_name";
        }

        private String copy(InputStream in, ByteArrayOutputStream out, long compressed)
                throws IOException {
            var buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                total += read;
                if (out.size() > MAX_FILE) {
                    return "archive_file_too_large";
                }
                if (total > MAX_TOTAL) {
                    return "archive_too_large";
                }
                if (out.size() > RATIO_COUNTS_FROM
                        && out.size() / Math.max(1, compressed) > MAX_RATIO) {
                    return "archive_bomb";
                }
            }
            return "";
        }
    }
}
