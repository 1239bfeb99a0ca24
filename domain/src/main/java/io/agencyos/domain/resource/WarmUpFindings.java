package io.agencyos.domain.resource;

import io.agencyos.domain.resource.MailboxWarmth.Dns;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How healthy a service that warms a domain up finds it: the worst that it says of any of its mailboxes. It is shown and told, and
 * decides nothing: what a domain may send is decided by its warmth, by what comes back, and by the records as we see them ourselves.
 * Source: salesforge 4.7.
 *
 * @param heat 0 to 100, of the coolest mailbox; null where none was measured
 * @param blacklistHits lists that name the domain
 */
public record WarmUpFindings(@Nullable Integer heat, int blacklistHits, Dns dns) {

    /** Nobody looked. */
    public static final WarmUpFindings NONE = new WarmUpFindings(
            null, 0, new Dns(DnsState.UNKNOWN, DnsState.UNKNOWN, DnsState.UNKNOWN, DnsState.UNKNOWN));

    /** From what is well to what is worst. */
    private static final List<DnsState> ORDER =
            List.of(DnsState.VALID, DnsState.UNKNOWN, DnsState.MISSING, DnsState.INVALID);

    static WarmUpFindings of(Collection<MailboxWarmth> measured) {
        return new WarmUpFindings(
                measured.stream()
                        .map(MailboxWarmth::heatScore)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                measured.stream().mapToInt(MailboxWarmth::blacklistHits).max().orElse(0),
                new Dns(
                        worst(measured, Dns::spf),
                        worst(measured, Dns::dkim),
                        worst(measured, Dns::dmarc),
                        worst(measured, Dns::mx)));
    }

    private static DnsState worst(Collection<MailboxWarmth> measured, Function<Dns, DnsState> record) {
        return measured.stream()
                .map(MailboxWarmth::dns)
                .map(record)
                .max(Comparator.comparingInt(ORDER::indexOf))
                .orElse(DnsState.UNKNOWN);
    }

    /** The records that are missing or wrong, by the names that mail people know them by. */
    public List<String> faultyRecords() {
        List<String> faulty = new ArrayList<>();
        add(faulty, "SPF", dns.spf());
        add(faulty, "DKIM", dns.dkim());
        add(faulty, "DMARC", dns.dmarc());
        add(faulty, "MX", dns.mx());
        return faulty;
    }

    private static void add(List<String> faulty, String name, DnsState state) {
        if (state.isFaulty()) {
            faulty.add(name);
        }
    }
}
