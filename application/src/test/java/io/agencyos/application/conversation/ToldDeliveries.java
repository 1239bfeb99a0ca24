package io.agencyos.application.conversation;

import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A sender of texts that is only asked what became of them, and says what it is told to say. */
final class ToldDeliveries implements SmsSender {

    private Result<Optional<DeliveryReport>, VendorFailure> answer = Result.ok(Optional.empty());
    private int asked;

    void say(DeliveryReport report) {
        answer = Result.ok(Optional.of(report));
    }

    void breakDown() {
        answer = Result.err(new VendorFailure.Unavailable(VendorFailure.Details.of("texts", "delivery", "down")));
    }

    int asked() {
        return asked;
    }

    @Override
    public Result<Optional<DeliveryReport>, VendorFailure> delivery(ClientId client, String vendorRef) {
        asked++;
        return answer;
    }

    @Override
    public SendOutcome send(SmsCommand command) {
        throw new UnsupportedOperationException("nobody sends in these stories");
    }

    @Override
    public LookupOutcome lookup(SmsCommand command, Instant since) {
        throw new UnsupportedOperationException("nobody sends in these stories");
    }

    @Override
    public SendSemantics semanticsOf(SmsCommand command) {
        throw new UnsupportedOperationException("nobody sends in these stories");
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return Result.ok(true);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, 1);
    }

    @Override
    public Result<BigDecimal, VendorFailure> balance(ClientId client) {
        throw new UnsupportedOperationException("nobody sends in these stories");
    }

    @Override
    public Result<Price, VendorFailure> price(SmsCommand command) {
        throw new UnsupportedOperationException("nobody sends in these stories");
    }

    @Override
    public Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef) {
        throw new UnsupportedOperationException("nobody sends in these stories");
    }
}
