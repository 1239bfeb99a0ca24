package io.agencyos.bootstrap.product;

import io.agencyos.application.outreach.channel.LinkedInOutreach.InMailBalance;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.application.platform.vendor.VendorLimits;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What a client has left at a vendor, in short phrases for people: credits and requests, or InMails, of which none is ever sent. What a vendor
 * does not tell is left out. Source: apollo A10, A11, unipile U17.
 */
final class Allowances {

    private Allowances() {}

    static List<String> data(ClientId client, VendorCredits credits, VendorLimits limits) {
        List<String> left = new ArrayList<>();
        credits.remaining(client)
                .toOptional()
                .ifPresent(known -> left.add(known.left() + " credits"
                        + known.cycleEnd().map(day -> " until " + day).orElse("")));
        TreeMap<String, VendorLimits.Window> tightest = new TreeMap<>();
        limits.snapshot(client).toOptional().stream()
                .flatMap(List::stream)
                .filter(window -> window.left().isPresent())
                .forEach(window -> tightest.merge(
                        window.operation(), window, (one, other) -> order().compare(one, other) <= 0 ? one : other));
        tightest.values()
                .forEach(window -> left.add(window.operation() + " "
                        + window.left().orElseThrow() + " of " + window.limit().orElseThrow() + " this "
                        + window.period().wire()));
        return left;
    }

    /** By how little of it is left. */
    private static Comparator<VendorLimits.Window> order() {
        return Comparator.comparingDouble(window -> window.left().orElseThrow()
                / (double) Math.max(1, window.limit().orElseThrow()));
    }

    static List<String> seats(
            ClientId client,
            List<Seat> seats,
            BiFunction<ClientId, String, Result<InMailBalance, VendorFailure>> balance) {
        return seats.stream()
                .map(seat -> seat.link().account())
                .flatMap(Stream::ofNullable)
                .flatMap(account ->
                        balance
                                .apply(client, account.ref())
                                .toOptional()
                                .flatMap(told -> inMails(account, told))
                                .stream())
                .toList();
    }

    private static Optional<String> inMails(SeatAccount account, InMailBalance told) {
        List<String> products = new ArrayList<>();
        add(products, "premium", told.premium());
        add(products, "recruiter", told.recruiter());
        add(products, "sales navigator", told.salesNavigator());
        return products.isEmpty()
                ? Optional.empty()
                : Optional.of(account.name() + ": InMails " + String.join(", ", products));
    }

    private static void add(List<String> products, String name, Optional<Integer> left) {
        left.map(count -> name + " " + count).ifPresent(products::add);
    }
}
