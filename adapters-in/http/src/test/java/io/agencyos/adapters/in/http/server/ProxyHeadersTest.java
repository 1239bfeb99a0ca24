package io.agencyos.adapters.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.platform.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: api 1.8, RFC 7239. */
class ProxyHeadersTest {

    @ParameterizedTest // api 1.8: client address from Forwarded / X-Forwarded-*
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        for=192.0.2.43                                          |                          | 192.0.2.43
        For="[2001:db8:cafe::17]:4711"                          |                          | 2001:db8:cafe:0:0:0:0:17
        for=192.0.2.60;proto=https;by=203.0.113.43              |                          | 192.0.2.60
        for=198.51.100.9, for=192.0.2.43:8080;proto=https       |                          | 192.0.2.43
        for="a,b;for=198.51.100.9", proto=https;for=192.0.2.43  |                          | 192.0.2.43
        for=unknown                                             |                          |
        for=_hidden                                             |                          |
        proto=https                                             |                          |
                                                                | 198.51.100.9, 192.0.2.43 | 192.0.2.43
                                                                | 192.0.2.43:55012         | 192.0.2.43
                                                                | 2001:db8::1              | 2001:db8:0:0:0:0:0:1
                                                                | 198.51.100.9,            |
        for=192.0.2.43                                          | 192.0.2.43               | 192.0.2.43
        for=192.0.2.43                                          | 198.51.100.9             |
        for=nonsense                                            | 192.0.2.43               | 192.0.2.43
        """)
    void the_last_hop_names_the_sender_and_two_that_differ_name_nobody(
            String forwarded, String forwardedFor, String sender) {
        assertThat(new ProxyHeaders(forwarded, forwardedFor, null)
                        .sender()
                        .map(IpAddress::text)
                        .orElse(null))
                .isEqualTo(sender);
    }

    @Test // api 1.8: … and scheme
    void what_came_unencrypted_is_told_by_either() {
        assertThat(new ProxyHeaders("for=192.0.2.43;proto=HTTP", null, null).isPlain())
                .isTrue();
        assertThat(new ProxyHeaders(null, null, "https, http").isPlain()).isTrue();
        assertThat(new ProxyHeaders("for=192.0.2.43;proto=http", null, "https").isPlain())
                .isTrue();
        assertThat(new ProxyHeaders("proto=http, proto=https", null, "http, https").isPlain())
                .isFalse();
        assertThat(new ProxyHeaders(null, null, null).isPlain()).isFalse();
    }
}
