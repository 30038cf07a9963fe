package io.jium.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "not an address, not an address"
    })
    void anIpv6NetworkIsAsLargeAsACustomerGets(String address, String network) {
        assertThat(new Client(address, "").network()).isEqualTo(network);
    }
}
