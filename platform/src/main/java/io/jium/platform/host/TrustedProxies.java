package io.jium.platform.host;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who really calls when proxies stand between: the last address of {@code X-Forwarded-For} that is
 * none of theirs, since what is left of it was written by the caller himself. Jetty's own
 * customizer takes the first address, and anybody's word.
 */
public final class TrustedProxies implements HttpConfiguration.Customizer {

    private final List<Network> networks;

    /**
     * @param networks addresses, or prefixes like {@code 10.0.0.0/8}, separated by commas
     */
    public TrustedProxies(String networks) {
        this.networks = networks(networks);
    }

    static List<Network> networks(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(Network::of)
                .toList();
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var headers = request.getHeaders();
        if (!headers.contains(HttpHeader.X_FORWARDED_FOR)) {
            return request;
        }
        var peer = address(request.getConnectionMetaData().getRemoteSocketAddress());
        if (peer == null || !isTrusted(peer)) {
            return request;
        }
        var isHttps = "https".equalsIgnoreCase(headers.get(HttpHeader.X_FORWARDED_PROTO));
        return new Forwarded(request, client(peer, headers), isHttps);
    }

    /** Whether a proxy that we trust has sent this. */
    public static boolean sent(Request request) {
        return Request.as(request, Forwarded.class) != null;
    }

    /** The other end of the connection, whoever it speaks for. */
    public static String peer(Request request) {
        var forwarded = Request.as(request, Forwarded.class);
        return Request.getRemoteAddr(forwarded == null ? request : forwarded.getWrapped());
    }

    private InetAddress client(InetAddress peer, HttpFields headers) {
        var client = peer;
        for (var hop : headers.getCSV(HttpHeader.X_FORWARDED_FOR, false).reversed()) {
            var address = literal(hop.strip());
            if (address == null) {
                return client;
            }
            client = address;
            if (!isTrusted(address)) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static @Nullable InetAddress address(SocketAddress socket) {
        return socket instanceof InetSocketAddress internet ? internet.getAddress() : null;
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    record Network(byte[] prefix, int bits) {

        static Network of(String text) {
            var slash = text.indexOf('/');
            var prefix = literal(slash < 0 ? text : text.substring(0, slash));
            if (prefix == null) {
                throw new IllegalArgumentException(
                        "JIUM_TRUSTED_PROXIES: '%s' is not a network".formatted(text));
            }
            var most = prefix.getAddress().length * 8;
            var bits = text.substring(slash + 1);
            if (slash >= 0 && (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > most)) {
                throw new IllegalArgumentException(
                        "JIUM_TRUSTED_PROXIES: '%s' is not a network".formatted(text));
            }
            return new Network(prefix.getAddress(), slash < 0 ? most : Integer.parseInt(bits));
        }

        boolean contains(InetAddress address) {
            var other = address.getAddress();
            if (other.length != prefix.length) {
                return false;
            }
            var whole = bits / 8;
            if (!Arrays.equals(prefix, 0, whole, other, 0, whole)) {
                return false;
            }
            var rest = bits % 8;
            return rest == 0 || ((prefix[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0;
        }
    }

    /** The request as the first of our proxies has got it. */
    private static final class Forwarded extends Request.Wrapper {

        private final HttpURI uri;
        private final ConnectionMetaData connection;

        Forwarded(Request request, InetAddress client, boolean isHttps) {
            super(request);
            var sent = request.getHttpURI();
            this.uri = isHttps ? HttpURI.build(sent).scheme("https").asImmutable() : sent;
            this.connection =
                    new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                        @Override
                        public SocketAddress getRemoteSocketAddress() {
                            return new InetSocketAddress(client, 0);
                        }

                        @Override
                        public boolean isSecure() {
                            return isHttps || super.isSecure();
                        }
                    };
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public boolean isSecure() {
            return connection.isSecure();
        }
    }
}
