package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.Test;

/** What an office that knows houses and gives pieces back does besides. Source: vendors/direct-mail 1, 2, 4. */
public abstract class PostOfficeContract extends PostSenderContract {

    @Test // vendors/direct-mail 4
    void a_piece_is_taken_back_until_it_is_printed() {
        PostCommand letter = world.contact("a plan");
        String ref = ((SendOutcome.Accepted) world.sender().send(letter)).vendorRef();
        assertThat(office().state(letter.clientId(), ref).orElseThrow()).isEqualTo(PostSender.State.QUEUED);
        assertThat(office().cancel(letter.clientId(), ref).orElseThrow()).isTrue();
        assertThat(office().state(letter.clientId(), ref).orElseThrow()).isEqualTo(PostSender.State.CANCELLED);
        world.settle();
        assertThat(world.reached(letter)).isEmpty();
    }

    /** Who knows houses in this world. */
    protected abstract AddressVerifier addresses();

    @Test // direct-mail 1, 2: verified, corrected, failed
    void an_address_is_verified_corrected_or_unknown() {
        PostCommand letter = world.contact("a plan");
        PostalAddress house = letter.to();
        assertThat(verdict(letter.clientId(), house)).isEqualTo(new AddressVerifier.Verdict.Verified());
        assertThat(verdict(letter.clientId(), at(house, "12 Example St")))
                .isEqualTo(new AddressVerifier.Verdict.Corrected(house));
        assertThat(verdict(letter.clientId(), at(house, "1 Nowhere Lane")))
                .isEqualTo(new AddressVerifier.Verdict.Failed());
    }

    private AddressVerifier.Verdict verdict(ClientId client, PostalAddress house) {
        return addresses().verify(client, house).orElseThrow();
    }

    private static PostalAddress at(PostalAddress house, String line1) {
        return new PostalAddress(
                house.name(), house.company(), line1, house.line2(), house.suburb(), house.state(), house.postcode());
    }
}
