package io.agencyos.application.conversation.store;

import io.agencyos.application.lead.enrichment.PhoneHolders;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.ContactRefs;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.application.outreach.store.StopConfirmations;

/** What is known of people by their numbers and by what vendors call them, handed over together. */
public record ChannelBook(
        PhoneHolders holders,
        ContactRefs refs,
        ChannelAddresses addresses,
        StopConfirmations stops,
        NumberRests rests,
        PostPieces pieces) {

    /** Where nobody is told that a STOP was understood, no number rests and nothing is posted. */
    public ChannelBook(PhoneHolders holders, ContactRefs refs, ChannelAddresses addresses) {
        this(holders, refs, addresses, StopConfirmations.NONE, NumberRests.NONE, PostPieces.NONE);
    }
}
