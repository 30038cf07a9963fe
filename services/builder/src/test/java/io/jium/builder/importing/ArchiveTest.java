package io.jium.builder.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final String PAGE = "<title>t</title><p>x";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.html",
                "a/../../evil.html",
                "/etc/passwd",
                "C:/evil.html",
                "..\\evil.html",
                "\\evil"
            })
    void refusesPathsThatLeadOut(String name) {
        assertThat(refusal(new Archives().with("index.html", PAGE).with(name, "x")))
                .isEqualTo("archive_unsafe_path");
    }

    @Test
    void refusesTheSameNameTwice() {
        assertThat(refusal(new Archives().with("index.html", PAGE).with("./index.html", PAGE)))
                .isEqualTo("archive_duplicate_name");
    }

    @Test
    void refusesABomb() {
        assertThat(refusal(new Archives().with("index.html", new byte[8 * 1_048_576])))
                .isEqualTo("archive_bomb");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        var noise = new byte[Archive.MAX_FILE + 1];
        new Random(1).nextBytes(noise);
        assertThat(refusal(new Archives().with("index.html", PAGE).with("film.mp4", noise)))
                .isEqualTo("archive_file_too_large");
    }

    @Test
    void refusesTooMuchInAll() {
        var noise = new byte[Archive.MAX_FILE];
        new Random(1).nextBytes(noise);
        assertThat(
                        refusal(
                                new Archives()
                                        .with("a.mp4", noise)
                                        .with("b.mp4", noise)
                                        .with("c.mp4", noise)
                                        .with("d.mp4", noise)))
                .isEqualTo("archive_too_large");
    }

    @Test
    void refusesTooManyFiles() {
        var archive = new Archives();
        for (int index = 0; index <= Archive.MAX_ENTRIES; index++) {
            archive.with(index + ".txt", "");
        }
        assertThat(refusal(archive)).isEqualTo("archive_too_many_files");
    }

    @Test
    void refusesWhatHoldsNothingOrNoPage() {
        assertThat(
                        refusal(
                                new Archives()
                                        .with("__MACOSX/._index.html", "x")
                                        .with(".DS_Store", "x")))
                .isEqualTo("archive_empty");
        assertThat(refusal(new Archives().with("a.css", "p{top:0}"))).isEqualTo("no_pages");
    }

    @Test
    void leavesLinksAndInnerArchivesClosed() {
        var site =
                Sites.imported(
                        new Archives()
                                .with("index.html", PAGE)
                                .withLink("secret.txt", "/etc/passwd")
                                .with("inner.zip", new Archives().with("../x", "x").bytes())
                                .in(folder));

        assertThat(Sites.files(site)).extracting(ImportedFile::path).containsExactly("inner.zip");
        assertThat(site.warnings())
                .containsExactly(new ImportWarning("symbolic_link", "secret.txt", null));
    }

    @Test
    void takesTheOneFolderAroundEverythingAway() {
        var site =
                Sites.imported(
                        new Archives()
                                .with("my-site/dist/index.html", "<img src='img/a.png'>")
                                .with("my-site/dist/img/a.png", "x")
                                .with("__MACOSX/my-site/._index.html", "x")
                                .in(folder));

        assertThat(Sites.files(site)).extracting(ImportedFile::path).containsExactly("img/a.png");
        assertThat(Sites.body(site.pages().getFirst()))
                .isEqualTo("<img src=\"site-file:img/a.png\"/>");
    }

    @Test
    void readsKoreanNamesOfWindowsAndOfMacs() {
        var windows =
                Sites.imported(
                        Archives.korean()
                                .with("index.html", "<img src='사진/한글.png'>")
                                .with("사진/한글.png", "x")
                                .in(folder));
        assertThat(Sites.files(windows))
                .extracting(ImportedFile::path)
                .containsExactly("사진/한글.png");
        assertThat(windows.warnings()).isEmpty();

        // Macs take syllables apart.
        var apart = Normalizer.normalize("사진/한글.png", Normalizer.Form.NFD);
        var mac =
                Sites.imported(
                        new Archives()
                                .with("index.html", "<img src='사진/한글.png'>")
                                .with(apart, "x")
                                .in(folder));
        assertThat(Sites.files(mac)).extracting(ImportedFile::path).containsExactly("사진/한글.png");
        assertThat(mac.warnings()).isEmpty();
    }

    @Test
    void answersToGarbageWithoutThrowing() throws IOException {
        var good =
                new Archives()
                        .with("index.html", PAGE.repeat(50))
                        .with("css/a.css", "p{color:red}".repeat(50))
                        .with("한글.txt", "x")
                        .bytes();
        var file = folder.resolve("garbage.zip");
        for (int round = 0; round < 500; round++) {
            long seed = Long.getLong("fuzz.seed", System.nanoTime() + round);
            var random = new Random(seed);
            var bytes = good.clone();
            if (random.nextInt(5) == 0) {
                bytes = new byte[random.nextInt(400)];
                random.nextBytes(bytes);
            }
            for (int change = random.nextInt(12); change > 0 && bytes.length > 0; change--) {
                // Most changes hit the directory at the end, where the headers are.
                int at =
                        random.nextBoolean()
                                ? bytes.length - 1 - random.nextInt(Math.min(bytes.length, 300))
                                : random.nextInt(bytes.length);
                bytes[at] = (byte) random.nextInt();
            }
            Files.write(
                    file,
                    random.nextInt(6) == 0
                            ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                            : bytes);
            try {
                assertThat(SiteImporter.importZip(file)).isNotNull();
            } catch (Throwable failed) {
                throw new AssertionError("repeat with -Dfuzz.seed=" + seed, failed);
            }
        }
        Files.write(file, "no archive".getBytes(StandardCharsets.UTF_8));
        assertThat(SiteImporter.importZip(file)).isEqualTo(new SiteImport.Refused("not_a_zip", ""));
    }

    /** Imploded, BZIP2, LZMA, Zstandard, XZ, WavPack, PPMd and one that nobody uses. */
    @ParameterizedTest
    @ValueSource(ints = {6, 12, 14, 93, 95, 97, 98, 4711})
    void refusesCompressionThatArchiversOfSitesDoNotUse(int method) throws IOException {
        var bytes = new Archives().with("index.html", "<p>x</p>").bytes();
        var directory = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        bytes[directory + 10] = (byte) method;
        bytes[directory + 11] = (byte) (method >> 8);
        var file = Files.write(folder.resolve("odd.zip"), bytes);
        assertThat(SiteImporter.importZip(file))
                .isEqualTo(new SiteImport.Refused("archive_unknown_method", "index.html"));
    }

    private String refusal(Archives archive) {
        return switch (SiteImporter.importZip(archive.in(folder))) {
            case SiteImport.Imported(var site) -> "imported " + site.files();
            case SiteImport.Refused(var code, var _) -> code;
        };
    }
}
