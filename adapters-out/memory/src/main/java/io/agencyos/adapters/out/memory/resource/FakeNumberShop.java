package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shop with the numbers that it was told of, for one client. Thread-safe. */
public final class FakeNumberShop implements PhoneNumberProvisioner {

    private final List<Offer> offers = new ArrayList<>();
    private final Set<PhoneNumber> owned = new LinkedHashSet<>();
    private int purchases;
    private boolean answerLost;

    public synchronized void offer(PhoneNumber number, BigDecimal monthly) {
        offers.add(new Offer(number, monthly, BigDecimal.ZERO));
    }

    public synchronized void own(PhoneNumber number) {
        owned.add(number);
    }

    /** The next purchase is made, and nobody hears of it until it is looked for. */
    public synchronized void loseNextAnswer() {
        answerLost = true;
    }

    public synchronized int purchases() {
        return purchases;
    }

    @Override
    public synchronized Result<Set<PhoneNumber>, VendorFailure> owned(ClientId client) {
        return Result.ok(Set.copyOf(owned));
    }

    @Override
    public synchronized Result<List<Offer>, VendorFailure> search(ClientId client, String digits) {
        return Result.ok(offers.stream()
                .filter(offer -> !owned.contains(offer.number()))
                .filter(offer -> offer.number().e164().contains(digits))
                .toList());
    }

    @Override
    public synchronized Result<Owned, VendorFailure> buy(
            ClientId client, PhoneNumber number, Registration registration) {
        Optional<String> problem = registration.problem();
        if (problem.isPresent()) {
            return Result.err(new VendorFailure.Invalid(
                    Details.of("fake-shop", "buy", "too short or too long"), problem.get(), "too short or too long"));
        }
        if (owned.contains(number)) {
            return Result.ok(new Owned(number, null));
        }
        Optional<Offer> offer =
                offers.stream().filter(one -> one.number().equals(number)).findFirst();
        if (offer.isEmpty()) {
            return Result.err(new VendorFailure.NotFound(Details.of("fake-shop", "buy", "not for sale")));
        }
        purchases++;
        owned.add(number);
        BigDecimal monthly = answerLost ? null : offer.get().monthly();
        answerLost = false;
        return Result.ok(new Owned(number, monthly));
    }
}
