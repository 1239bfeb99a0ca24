package io.agencyos.domain.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest // api 2, throttle: /24 or /64
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 203.0.113.0/24",
        "203.000.113.007, 203.0.113.7, 203.0.113.0/24",
        "::ffff:203.0.113.7, 203.0.113.7, 203.0.113.0/24",
        "2001:DB8:1:2::9, 2001:db8:1:2:0:0:0:9, 2001:db8:1:2::/64",
        "2001:0db8:0001:0002:0003:0004:0005:0006, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "::1, 0:0:0:0:0:0:0:1, 0:0:0:0::/64",
        "fe80::, fe80:0:0:0:0:0:0:0, fe80:0:0:0::/64",
    })
    void an_address_has_one_spelling_and_a_network(String text, String normal, String network) {
        IpAddress address = IpAddress.parse(text).orElseThrow();

        assertThat(address.text()).isEqualTo(normal);
        assertThat(address.network()).isEqualTo(network);
        assertThat(new IpAddress(normal)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host.example",
                "203.0.113",
                "203.0.113.256",
                "203.0.113.0007",
                "203.0.113.",
                "203.0.113.7.",
                "203.0..7",
                "203.0.113.\u0663",
                "203.0.113.-7",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "fe80::1%eth0",
                "1:2:3:4:5:6:7:8::",
                "12345::"
            })
    void what_is_no_address_is_refused(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void the_constructor_takes_normal_text_only() {
        assertThatThrownBy(() -> new IpAddress("::1")).isInstanceOf(IllegalArgumentException.class);
    }
}
