package io.agencyos.application.outreach.channel;

import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Dials by assistants that talk. Source: outreach 10. */
@SecondaryPort
public interface VoiceCaller extends ChannelSender<VoiceCommand> {

    /**
     * What the caller can do.
     *
     * @param dialogue whether it converses, rather than reads aloud
     * @param recording whether calls can be recorded
     * @param liveHangUp whether a call can be ended from here
     */
    record Capabilities(boolean dialogue, boolean recording, boolean liveHangUp) {}

    /** Where a call stands. */
    sealed interface State {

        /** It has not ended; {@code word} is the vendor's for its state. */
        record Pending(String word) implements State {}

        record Ended(CallReport report) implements State {}
    }

    Capabilities capabilities();

    /** Asks the vendor, for a call whose report does not come. */
    Result<State, VendorFailure> report(ClientId client, String vendorRef);

    /** Ends a call that goes on; false where it had ended already. */
    Result<Boolean, VendorFailure> hangUp(ClientId client, String vendorRef);

    /**
     * An assistant that stands.
     *
     * @param ref the vendor's reference
     * @param campaign whose calls it makes
     */
    record Standing(String ref, CampaignId campaign) {}

    /** The vendor's reference of the assistant for this script as far as we know it, without asking the vendor. */
    Optional<String> assistant(VoiceScript script);

    /** The vendor's reference of the assistant for this script, made where none stands; repeating makes no second one. */
    Result<String, VendorFailure> ensureAssistant(VoiceScript script);

    /** Every assistant that was made for this client's campaigns and stands still, also one that we forgot making. */
    Result<List<Standing>, VendorFailure> assistants(ClientId client);

    /** True also when it is gone already. */
    Result<Boolean, VendorFailure> removeAssistant(ClientId client, String assistantRef);
}
