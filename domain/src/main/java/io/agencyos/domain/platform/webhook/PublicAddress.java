package io.agencyos.domain.platform.webhook;

import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.platform.IpNetwork;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a request for somebody else may go to: none of this machine, of a private network, of a provider's
 * metadata, and none that stands for another one. Source: api 11.3.
 */
public final class PublicAddress {

    private static final List<IpNetwork> REFUSED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8",
                    "0:0:0:0:0:ffff:0:0/96")
            .map(network -> IpNetwork.parse(network).orElseThrow())
            .toList();

    private PublicAddress() {}

    public static boolean isPublic(IpAddress address) {
        return REFUSED.stream().noneMatch(network -> network.contains(address));
    }
}
