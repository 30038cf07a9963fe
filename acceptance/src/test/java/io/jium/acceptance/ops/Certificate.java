package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate that signs itself, as HAProxy wants it. */
final class Certificate {

    private Certificate() {}

    /** Makes one, and the list that names it, in a folder. */
    static void in(Path folder) throws IOException {
        var key = folder.resolve("key.pem");
        var certificate = folder.resolve("certificate.pem");
        var made =
                Tool.ifHere("openssl")
                        .run(
                                "req",
                                "-x509",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-subj",
                                "/CN=localhost",
                                "-keyout",
                                key,
                                "-out",
                                certificate);
        assertThat(made.code()).as(made.text()).isZero();
        var both = folder.resolve("both.pem");
        Files.writeString(both, Files.readString(certificate) + Files.readString(key));
        Files.writeString(folder.resolve("crt-list.txt"), both + " localhost\n");
    }
}
