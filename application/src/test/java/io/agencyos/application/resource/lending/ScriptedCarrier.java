package io.agencyos.application.resource.lending;

import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A carrier that sells what it was given, and fails once as it is told. */
final class ScriptedCarrier implements PhoneNumberProvisioner {

    final List<Offer> forSale = new ArrayList<>();
    final Set<PhoneNumber> had = new TreeSet<>(Comparator.comparing(PhoneNumber::e164));
    final List<PhoneNumber> bought = new ArrayList<>();

    @Nullable
    VendorFailure next;

    /** What happens after the purchase was made and before anybody hears of it. */
    Runnable afterwards = () -> {};

    static Details details() {
        return Details.of("sandbox", "buy number", "scripted");
    }

    @Override
    public Result<Set<PhoneNumber>, VendorFailure> owned(ClientId client) {
        return Result.ok(Set.copyOf(had));
    }

    @Override
    public Result<List<Offer>, VendorFailure> search(ClientId client, String digits) {
        return Result.ok(forSale.stream()
                .filter(offer -> !had.contains(offer.number()))
                .filter(offer -> offer.number().e164().contains(digits))
                .toList());
    }

    @Override
    public Result<Owned, VendorFailure> buy(ClientId client, PhoneNumber number, Registration registration) {
        VendorFailure failure = next;
        next = null;
        if (failure != null && !failure.ambiguous()) {
            return Result.err(failure);
        }
        bought.add(number);
        had.add(number);
        afterwards.run();
        return failure == null ? Result.ok(new Owned(number, new BigDecimal("20.71"))) : Result.err(failure);
    }
}
