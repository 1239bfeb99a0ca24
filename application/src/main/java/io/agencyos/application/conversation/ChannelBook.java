package io.agencyos.application.conversation;

import io.agencyos.application.lead.PhoneHolders;
import io.agencyos.application.outreach.ChannelAddresses;
import io.agencyos.application.outreach.ContactRefs;

/** What is known of people by their numbers and by what vendors call them, handed over together. */
public record ChannelBook(PhoneHolders holders, ContactRefs refs, ChannelAddresses addresses) {}
