package io.jium.acceptance.moving;

import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** HAProxy in front of two places for a process, of which the second is not used at first. */
final class HaProxy implements AutoCloseable {

    private final Path folder;
    private final int port = ChildProcess.freePort();
    private final Process process;

    HaProxy(int first, int second) throws IOException {
        this.folder = Files.createTempDirectory("jium-haproxy");
        var file = folder.resolve("haproxy.cfg");
        Files.writeString(
                file,
                """
                global
                  stats socket %s mode 600 level admin
                defaults
                  mode http
                  timeout connect 2s
                  timeout client 60s
                  timeout server 60s
                  timeout queue 10s
                frontend people
                  bind 127.0.0.1:%d
                  default_backend jium
                backend jium
                  server before 127.0.0.1:%d
                  server after 127.0.0.1:%d disabled
                """
                        .formatted(socket(), port, first, second));
        this.process =
                new ProcessBuilder(List.of("/usr/sbin/haproxy", "-db", "-f", file.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        Eventually.holds("HAProxy", () -> Files.exists(socket()));
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** From now on requests go to this server, too. */
    void use(String server) throws IOException {
        say("set server jium/%s state ready".formatted(server));
    }

    /** No new request goes to this server; returns when those under way have ended. */
    void drain(String server) throws IOException {
        say("set server jium/%s state drain".formatted(server));
        Eventually.holds("nothing under way at " + server, () -> underWay(server) == 0);
    }

    private long underWay(String server) throws IOException {
        return say("show stat")
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .filter(row -> row.get(0).equals("jium") && row.get(1).equals(server))
                .mapToLong(row -> Long.parseLong(row.get(4)))
                .sum();
    }

    private String say(String command) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            var answer = new StringBuilder();
            var buffer = ByteBuffer.allocate(65_536);
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                answer.append(StandardCharsets.UTF_8.decode(buffer));
                buffer.clear();
            }
            return answer.toString();
        }
    }

    private Path socket() {
        return folder.resolve("socket");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Eventually.holds("its end", () -> !process.isAlive());
        Installation.delete(folder);
    }
}
