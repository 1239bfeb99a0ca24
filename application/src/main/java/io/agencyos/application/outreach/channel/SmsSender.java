package io.agencyos.application.outreach.channel;

import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Sends texts. What is not one segment, or not from a number that can be answered, is refused without a call. Source: outreach 9. */
@SecondaryPort
public interface SmsSender extends ChannelSender<SmsCommand> {

    /**
     * What the sender can carry.
     *
     * @param twoWay whether answers come back
     * @param links whether texts may hold links
     * @param maxParts how many segments a text may have
     */
    record Capabilities(boolean twoWay, boolean links, int maxParts) {}

    /**
     * What a text would cost.
     *
     * @param currency ISO 4217
     */
    record Price(int parts, BigDecimal amount, String currency) {}

    Capabilities capabilities();

    /** What sending this would cost; sends nothing. */
    Result<Price, VendorFailure> price(SmsCommand command);

    /** What the client's account still holds, in the currency of its prices; may be ten minutes old. */
    Result<BigDecimal, VendorFailure> balance(ClientId client);

    /** What became of an accepted text, asked of the vendor; empty while it says nothing. */
    Result<Optional<DeliveryReport>, VendorFailure> delivery(ClientId client, String vendorRef);

    /** Takes back a text that the vendor holds for later; {@code Conflict} when it holds none such. */
    Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef);
}
