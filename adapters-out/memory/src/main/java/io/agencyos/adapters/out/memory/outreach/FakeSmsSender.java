package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.SmsChecks;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Texts that arrive at once, from the numbers that it is told are the client's own. */
public final class FakeSmsSender extends FakeChannel<SmsCommand> implements SmsSender {

    private static final BigDecimal PART = new BigDecimal("0.0792");

    private final Set<PhoneNumber> ours;
    private volatile BigDecimal balance = BigDecimal.valueOf(1_000);

    public FakeSmsSender(ClockPort clock, Set<PhoneNumber> ours) {
        super("fake-sms", clock);
        this.ours = Set.copyOf(ours);
    }

    @Override
    Optional<VendorFailure> refused(SmsCommand command) {
        return SmsChecks.problem(command, ours).map(problem -> invalid(problem.field(), problem.reason()));
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, 1);
    }

    @Override
    public Result<Price, VendorFailure> price(SmsCommand command) {
        int parts = SmsLength.of(command.text()).segments();
        return Result.ok(new Price(parts, PART.multiply(BigDecimal.valueOf(parts)), "AUD"));
    }

    @Override
    public Result<BigDecimal, VendorFailure> balance(ClientId client) {
        return Result.ok(balance);
    }

    /** What the account holds from now on. */
    public void holds(BigDecimal amount) {
        balance = amount;
    }

    @Override
    public Result<Optional<DeliveryReport>, VendorFailure> delivery(ClientId client, String vendorRef) {
        return Result.ok(contacts().stream()
                .filter(contact -> contact.ref().equals(vendorRef)
                        && contact.command().clientId().equals(client))
                .findFirst()
                .map(contact -> new DeliveryReport.Delivered(contact.at())));
    }

    @Override
    public Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef) {
        return Result.err(new VendorFailure.Conflict(details("nothing waits")));
    }
}
