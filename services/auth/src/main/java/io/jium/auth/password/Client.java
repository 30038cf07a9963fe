package io.jium.auth.password;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * From where and with what somebody calls.
 *
 * @param address as the connection tells it, without brackets
 * @param userAgent as the browser tells it, at most 255 characters
 */
public record Client(String address, String userAgent) {

    private static final int LONGEST_USER_AGENT = 255;
    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    /** The client of a request. */
    public static Client of(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        var address = request.getRemoteAddr();
        return new Client(
                address.startsWith("[") ? address.substring(1, address.length() - 1) : address,
                agent == null ? "" : shortened(agent.strip()));
    }

    /**
     * The address as far as one customer of a network operator has it: IPv6 changes within a /64.
     */
    public String network() {
        try {
            var literal = InetAddress.ofLiteral(address);
            var bytes = literal.getAddress();
            if (bytes.length < IPV6_BYTES) {
                return literal.getHostAddress();
            }
            Arrays.fill(bytes, IPV6_NETWORK_BYTES, IPV6_BYTES, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (IllegalArgumentException | UnknownHostException notAnAddress) {
            return address;
        }
    }

    private static String shortened(String agent) {
        return agent.length() <= LONGEST_USER_AGENT
                ? agent
                : agent.substring(0, LONGEST_USER_AGENT);
    }
}
