package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Touches per channel as the product counts them, beside what each vendor's ledger says of the same. */
final class ContactTable {

    /** A vendor's ledger of one kind of contact, and the touches that must stand in it. */
    private enum Line {
        EMAIL("e-mails", "salesforge", LedgerRow.Kind.EMAIL, TouchKind.EMAIL),
        TEXT("texts", "clicksend", LedgerRow.Kind.TAKEN, TouchKind.SMS),
        CALL("calls", "vapi", LedgerRow.Kind.TAKEN, TouchKind.VOICE),
        INVITATION("invitations", "unipile", LedgerRow.Kind.INVITATION, TouchKind.LI_INVITE),
        MESSAGE("messages", "unipile", LedgerRow.Kind.MESSAGE, TouchKind.LI_MESSAGE);

        private final String name;
        private final String vendor;
        private final LedgerRow.Kind accepted;
        private final TouchKind kind;

        Line(String name, String vendor, LedgerRow.Kind accepted, TouchKind kind) {
            this.name = name;
            this.vendor = vendor;
            this.accepted = accepted;
            this.kind = kind;
        }

        boolean isAbout(LedgerRow row) {
            return row.kind() == accepted && row.vendor().equals(vendor);
        }
    }

    private static final int PAGE = 1_000;

    private final Product product;
    private final Ledger ledger;

    ContactTable(Product product, Ledger ledger) {
        this.product = product;
        this.ledger = ledger;
    }

    /** Prints a line for each kind of contact; answers whether the ledgers and the product agree and nobody was reached twice. */
    boolean print(PrintWriter out, List<ClientId> clients) {
        Map<TouchKind, Integer> sent = new EnumMap<>(TouchKind.class);
        clients.forEach(client -> count(client, sent));
        List<LedgerRow> rows = ledger.rows();
        Set<LedgerRow> doubled = new LinkedHashSet<>();
        ledger.doubleContacts().forEach(twice -> doubled.addAll(twice.rows()));
        out.printf("%ntouches %20s%22s%10s%n", "sent", "in the ledger", "doubles");
        boolean kept = true;
        for (Line line : Line.values()) {
            int ours = sent.getOrDefault(line.kind, 0);
            long theirs = rows.stream().filter(line::isAbout).count();
            long doubles = doubled.stream()
                    .filter(row -> row.vendor().equals(line.vendor))
                    .count();
            out.printf("  %-16s%,10d%,12d %-9s%,10d%n", line.name, ours, theirs, line.vendor, doubles);
            kept &= ours == theirs && doubles == 0;
        }
        return kept;
    }

    private void count(ClientId client, Map<TouchKind, Integer> sent) {
        Touches.@Nullable After after = null;
        List<Touch> page = new ArrayList<>();
        do {
            page = page(client, after);
            page.forEach(touch -> sent.merge(touch.kind(), 1, Integer::sum));
            after = page.isEmpty()
                    ? null
                    : new Touches.After(
                            page.getLast().scheduledAt(), page.getLast().id());
        } while (page.size() == PAGE);
    }

    private List<Touch> page(ClientId client, Touches.@Nullable After after) {
        Touches.Filter filter = new Touches.Filter(null, null, Set.of(TouchState.SENT));
        return product.basis()
                .units()
                .inTenant(
                        TenantScope.worker(client),
                        () -> product.stores().outreach.touches().list(client, filter, after, PAGE));
    }
}
