package io.agencyos.bootstrap.product.place;

import io.agencyos.adapters.out.smtpimap.dns.DnsTextRecords;
import io.agencyos.application.resource.TextRecords;
import java.util.List;

/**
 * Where the records of sending domains are read.
 *
 * @param selectors under which keys are looked for
 */
public record MailProofs(TextRecords records, List<String> selectors) {

    private static final List<String> USUAL = List.of("google", "selector1", "selector2", "s1", "s2", "default");

    public MailProofs {
        selectors = List.copyOf(selectors);
    }

    /** From the name servers of this machine. */
    public static MailProofs ofMachine() {
        return at(List.of(), USUAL);
    }

    /** @param servers as {@code host} or {@code host:port}; empty for the machine's own */
    public static MailProofs at(List<String> servers, List<String> selectors) {
        return new MailProofs(new DnsTextRecords(servers), selectors);
    }
}
